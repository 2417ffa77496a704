

namespace Triggers.Engine.Index;

/// <summary>What one event hits of one trigger. Steps are bits: there are at most 30.</summary>
internal ref struct TriggerHits
{
    /// <summary>Position of the trigger in the plan.</summary>
    public int Trigger;

    /// <summary>Position of the first hit of an <c>until</c>, and how many there are.</summary>
    public int FirstUntil, Untils;

    /// <summary>Steps whose condition may hold.</summary>
    public ulong Steps;

    /// <summary>Those of them whose condition holds for certain.</summary>
    public ulong CertainSteps;

    /// <summary>A step looks at every event.</summary>
    public bool Any;

    /// <summary>The start's condition may hold.</summary>
    public bool Start;

    /// <summary>It holds for certain.</summary>
    public bool CertainStart;

    /// <summary>Collects the hits of one trigger from <paramref name="from"/> on, and gives the position behind them.</summary>
    public static int Collect(RuleIndex index, SubscriptionHits hits, int from, out TriggerHits found)
    {
        found = new() { Trigger = index[hits[from].Ordinal].Owner, FirstUntil = from };
        var position = from;
        for (; position < hits.Count && index[hits[position].Ordinal] is var entry && entry.Owner == found.Trigger; position++)
        {
            var certain = !hits[position].MustEvaluate;
            switch (entry.Role)
            {
                case RuleRole.Until:
                    found.Untils++;
                    break;
                case RuleRole.Step:
                    found.Steps |= 1UL << entry.Place;
                    found.CertainSteps |= certain ? 1UL << entry.Place : 0;
                    break;
                case RuleRole.Any:
                    found.Any = true;
                    break;
                default:
                    (found.Start, found.CertainStart) = (true, certain);
                    break;
            }
        }

        return position;
    }
}
