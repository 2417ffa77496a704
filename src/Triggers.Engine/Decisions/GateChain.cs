using System.Runtime.InteropServices;
using Triggers.Engine.Decisions.Gates;
using Triggers.Engine.Decisions.Gates.Arbitration;
using Triggers.Engine.Decisions.Gates.Budgets;
using Triggers.Engine.Decisions.Gates.Consent;
using Triggers.Engine.Decisions.Gates.HoldOut;
using Triggers.Engine.Decisions.Gates.QuietHours;

namespace Triggers.Engine.Decisions;

/// <summary>All gates in their order; the first that does not pass is the reason. No gate changes state: what a candidate takes is booked when all have passed.</summary>
internal sealed class GateChain(DecisionFacts facts)
{
    /// <summary>Every name that the gate of a decision can have. Their ids stand in states: none may go.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "again", "stale", "if", "consent", "complaint", "eligibility", "collect", "exclusivity", "address", "reply-window", "cap", "quiet-hours", "expires", "content",
        "hold-out", "until", "budget", "codes", Judgement.CrowdName,
    ];

    private readonly ConsentGate _wanted = new();
    private readonly ComplaintGate _complaint = new(facts);

    /// <summary>The gates; a test may take one out.</summary>
    internal List<IGate> Gates { get; } =
    [
        new AgainGate(), new StaleGate(), new IfGate(facts), new ConsentGate(), new ComplaintGate(facts), new EligibilityGate(facts), new CollectGate(facts),
        new ExclusivityGate(facts), new ChannelGate(facts), new BudgetGate(facts), new CodesGate(facts), new QuietHoursGate(), new ContentGate(facts), new HoldOutGate(facts),
    ];

    /// <summary>What each channel is asked; a test may take one out.</summary>
    internal List<ChannelCheck> Checks => Gates.OfType<ChannelGate>().Single().Checks;

    /// <summary>Judges one candidate; the frame shows its last event, its steps and the customer.</summary>
    public void Judge(in Candidate candidate, Judgement judgement)
    {
        judgement.Begin(candidate);
        foreach (var gate in CollectionsMarshal.AsSpan(Gates))
        {
            if (!gate.Judge(candidate, judgement))
            {
                return;
            }
        }
    }

    /// <summary>True when the customer has forbidden a held candidate since it was held.</summary>
    public bool IsForbidden(in Candidate candidate, Judgement judgement)
    {
        judgement.Begin(candidate);
        return !_wanted.Judge(candidate, judgement) || !_complaint.Judge(candidate, judgement);
    }
}
