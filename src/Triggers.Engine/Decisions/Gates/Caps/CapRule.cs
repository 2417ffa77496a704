using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>
/// Has the customer had enough? All caps hold together.
/// <para>
/// <b>Passes when</b> every cap that covers the message has room at the time of delivery. <b>Drops when</b> one that is full says so, or room comes later than it may be
/// held. <b>Moves to the next channel when</b> no full cap drops and one says so. <b>Defers when</b> all full caps do. A calendar cap without a known zone is full.
/// </para>
/// </summary>
internal static class CapRule
{
    /// <summary>Judges one message on one channel. Allocates nothing.</summary>
    /// <param name="facts">What the caps look at.</param>
    /// <param name="counts">Takes how many each cap counts already, in their order; empty: nobody asks.</param>
    public static CapVerdict Judge(in CapFacts facts, Span<int> counts = default)
    {
        CapVerdict strictest = CapVerdict.Pass;
        var holdUntil = Timestamp.Never;
        for (var i = 0; i < facts.Caps.Count; i++)
        {
            var (cap, sends) = facts.Caps[i];
            var count = CapCount.Beside(cap.Allowance, sends.Span, facts.At, facts.Clock);
            if (!counts.IsEmpty)
            {
                counts[i] = count;
            }

            if (count < cap.Allowance.AtMost)
            {
                continue;
            }

            holdUntil = Timestamp.Min(holdUntil, facts.HeldSince + cap.DeferFor);
            if (strictest.Passes || Strictness(cap.Then) > Strictness(strictest.Outcome))
            {
                strictest = new(cap, count, cap.Then, null);
            }
        }

        if (strictest.Passes || strictest.Outcome != CapOutcome.Defer)
        {
            return strictest;
        }

        return Room(facts) is { } room && room <= holdUntil ? strictest with { RoomAt = room } : strictest with { Outcome = CapOutcome.Drop };
    }

    private static int Strictness(CapOutcome outcome) => outcome switch
    {
        CapOutcome.Drop => 2,
        CapOutcome.NextChannel => 1,
        _ => 0,
    };

    /// <summary>The first instant at which all have room: each moves it on until none does.</summary>
    private static Timestamp? Room(in CapFacts facts)
    {
        var at = facts.At;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var (cap, sends) in facts.Caps)
            {
                if (CapCount.Room(cap.Allowance, sends.Span, at, facts.Clock) is not { } room)
                {
                    return null;
                }

                moved |= room > at;
                at = room;
            }
        }

        return at;
    }
}
