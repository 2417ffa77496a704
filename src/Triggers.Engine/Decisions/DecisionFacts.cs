using NodaTime;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Decisions;

/// <summary>What all gates of a plan look at: the plan, the customer whom the frame shows, and names for the ids in the state.</summary>
internal sealed class DecisionFacts
{
    private static readonly TimeSpan LongestMonth = TimeSpan.FromDays(32);
    private static readonly TimeSpan AnswersCount = TimeSpan.FromDays(30);

    private readonly Dictionary<string, StableId> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<StableId, string> _names = [];
    private readonly HashSet<StableId> _forEver = [];
    private readonly Dictionary<StableId, BudgetPlan> _budgets = [];
    private readonly Dictionary<StableId, GroupPlan[]> _groups = [];
    private readonly ZoneClocks _clocks;

    /// <summary>The facts of <paramref name="plan"/>, of the customer whom <paramref name="frame"/> shows.</summary>
    public DecisionFacts(WorkspacePlan plan, StepFrame frame, Draws draws)
    {
        (Plan, Frame, Draws, _clocks) = (plan, frame, draws, new(plan.Messaging.Zone));
        foreach (var budget in plan.Budgets)
        {
            _budgets.Add(budget.Id, budget);
        }

        foreach (var name in Names(plan))
        {
            _names[_ids[name] = StableId.Of(name)] = name;
        }

        Remembers = LongestMemory(plan);
        foreach (var offer in Messaging.Offers)
        {
            if (offer.Limit is { Window: null })
            {
                _forEver.Add(offer.Id);
            }
        }

        foreach (var group in Messaging.Policies.Groups)
        {
            foreach (var trigger in group.Triggers)
            {
                var id = StableId.Of(trigger);
                _groups[id] = [.. _groups.GetValueOrDefault(id, []), group];
            }
        }
    }

    /// <summary>The rules in force.</summary>
    public WorkspacePlan Plan { get; }

    /// <summary>Shows the customer.</summary>
    public StepFrame Frame { get; }

    /// <summary>What is left of budgets and codes.</summary>
    public Draws Draws { get; }

    /// <summary>What stands between a rule and its message.</summary>
    public MessagingPlan Messaging => Plan.Messaging;

    /// <summary>How long messages are remembered because something counts them; zero: not at all.</summary>
    public TimeSpan Remembers { get; }

    /// <summary>The stable id of a name of the plan.</summary>
    public StableId IdOf(string name) => _ids.TryGetValue(name, out var id) ? id : StableId.Of(name);

    /// <summary>The name of a stable id; empty when no rule has it any more.</summary>
    public string NameOf(StableId id) => _names.GetValueOrDefault(id, "");

    /// <summary>A budget of the plan.</summary>
    public BudgetPlan BudgetOf(StableId id) => _budgets[id];

    /// <summary>The exclusivity groups of a trigger, in the order of the policies.</summary>
    public GroupPlan[] GroupsOf(TriggerPlan trigger) => _groups.GetValueOrDefault(trigger.Id, []);

    /// <summary>The clock by which the customer lives; null: nobody knows. Of a workspace with <c>customer_zone</c> it evaluates an expression: ask once a judgement.</summary>
    public ZoneClock? Clock() => _clocks.Find(Messaging.CustomerZone is { } own && Frame.Evaluate(own) is { Kind: ValueKind.String } name ? name.AsString : null);

    /// <summary>The zone of that clock; null: nobody knows.</summary>
    public DateTimeZone? Zone() => Clock()?.Zone;

    /// <summary>The customer's language; null: nobody knows.</summary>
    public string? Locale() => Messaging.CustomerLocale is { } own && Frame.Evaluate(own) is { Kind: ValueKind.String } name ? name.AsString : null;

    /// <summary>Forgets messages that nothing counts any more at <paramref name="now"/>.</summary>
    public void Forget(MessagingState state, Timestamp now)
    {
        Draws.Forget(state, now);
        var oldest = now - Remembers;
        for (var i = state.Sent.Length - 1; i >= 0 && state.Sent[0].At < oldest; i--)
        {
            ref readonly var message = ref state.Sent[i];
            if (message.At < oldest && !_forEver.Contains(message.Offer))
            {
                state.RemoveSentAt(i);
            }
        }
    }

    /// <summary>The longest time over which anything counts messages.</summary>
    private static TimeSpan LongestMemory(WorkspacePlan plan)
    {
        var allowances = plan.Messaging.Policies.Caps.Select(cap => cap.Allowance).Concat(plan.Messaging.Offers.Select(offer => offer.Limit))
            .Concat(plan.Channels.Select(channel => channel.Reply?.Broadcasts)).OfType<AllowancePlan>();
        var longest = plan.Triggers.Any(trigger => trigger.Send.PrefersResponse) ? AnswersCount : TimeSpan.Zero;
        foreach (var allowance in allowances)
        {
            longest = Longer(longest, SpanOf(allowance));
        }

        foreach (var channel in plan.Channels)
        {
            longest = Longer(longest, channel.Reply?.Within ?? TimeSpan.Zero);
        }

        return longest;
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private static TimeSpan SpanOf(AllowancePlan allowance) => allowance.Window is { } window ? window.Length ?? LongestMonth : TimeSpan.FromMilliseconds(1);

    private static IEnumerable<string> Names(WorkspacePlan plan) => plan.Channels.Select(channel => channel.Name)
        .Concat(plan.Triggers.SelectMany(trigger => trigger.Send.Tags.Append(trigger.Send.Purpose).Append(trigger.Send.Offer).Append(trigger.Name)))
        .Concat(plan.Messaging.Policies.Groups.Select(group => group.Name))
        .Concat(plan.Messaging.Policies.Caps.SelectMany(cap => (cap.Tags ?? new HashSet<string>()).Concat(cap.Purposes ?? new HashSet<string>())))
        .Concat(plan.Messaging.Offers.Select(offer => offer.Name));
}
