using NodaTime;
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
    /// <summary>Judges one message on one channel.</summary>
    public static CapVerdict Judge(IReadOnlyList<CapPlan> caps, in CapFacts facts)
    {
        CapVerdict strictest = CapVerdict.Pass;
        var holdUntil = Timestamp.Never;
        foreach (var cap in caps)
        {
            if (!cap.Covers(facts.Channel, facts.Purpose, facts.Tags))
            {
                continue;
            }

            var count = Count(cap, facts);
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

        return Room(caps, facts) is { } room && room <= holdUntil ? strictest with { RoomAt = room } : strictest with { Outcome = CapOutcome.Drop };
    }

    private static int Strictness(CapOutcome outcome) => outcome switch
    {
        CapOutcome.Drop => 2,
        CapOutcome.NextChannel => 1,
        _ => 0,
    };

    private static int Count(CapPlan cap, in CapFacts facts) =>
        Clock(cap, facts.Zone) is { } zone ? CapCount.Beside(cap.Allowance, Covered(cap, facts.Sends), facts.At, zone) : cap.Allowance.AtMost;

    /// <summary>A rolling window needs no calendar.</summary>
    private static DateTimeZone? Clock(CapPlan cap, DateTimeZone? zone) => cap.Allowance.Window?.Period is null ? DateTimeZone.Utc : zone;

    /// <summary>The first instant at which all have room: each moves it on until none does.</summary>
    private static Timestamp? Room(IReadOnlyList<CapPlan> caps, in CapFacts facts)
    {
        var at = facts.At;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var cap in caps)
            {
                if (!cap.Covers(facts.Channel, facts.Purpose, facts.Tags))
                {
                    continue;
                }

                if (Clock(cap, facts.Zone) is not { } zone || CapCount.Room(cap.Allowance, Covered(cap, facts.Sends), at, zone) is not { } room)
                {
                    return null;
                }

                moved |= room > at;
                at = room;
            }
        }

        return at;
    }

    private static List<Timestamp> Covered(CapPlan cap, IReadOnlyList<CapSend> sends)
    {
        var covered = new List<Timestamp>();
        foreach (var send in sends)
        {
            if (cap.Covers(send.Channel, send.Purpose, send.Tags))
            {
                covered.Add(send.At);
            }
        }

        return covered;
    }
}
