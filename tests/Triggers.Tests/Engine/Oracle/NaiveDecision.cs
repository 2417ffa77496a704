using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>What becomes of a run at its end: the gates in their order, and the message.</summary>
internal static class NaiveDecision
{
    /// <summary>The decision as text; writes down in <paramref name="memory"/> that a message went out.</summary>
    public static string On(NaiveTrigger trigger, NaiveRun run, string version, NaiveCustomer customer, NaiveMemory memory, long now)
    {
        var id = NaiveId.Of(trigger.Name, version, customer.Key, run.Key, run.Path, run.Cause);
        var facts = $"{id} {trigger.Name} {version} [{run.Key}] by {run.Cause} of {Clock.Text(run.StartedAt)} due {Clock.Text(run.Deadline)} at {Clock.Text(now)}";
        var channel = trigger.Channels.FirstOrDefault(c => c.Address(customer) is { Length: > 0 });
        var gate = IsBlocked(trigger, run, memory, now) ? "again"
            : now - run.Deadline > (trigger.Stale ?? long.MaxValue) ? "stale"
            : trigger.If is { } condition && !condition.Holds(new(Seen(run, condition), customer, run.Named)) ? "if"
            : channel is null ? "address"
            : null;
        if (gate is not null)
        {
            return $"{facts} refused by {gate}";
        }

        memory.SentAt = now;
        memory.SentKeys.Add(run.Key);
        return $"{facts} sent on {channel!.Name} to {channel.Address(customer)}: offer offer-of-{trigger.Name}";
    }

    private static bool IsBlocked(NaiveTrigger trigger, NaiveRun run, NaiveMemory memory, long now) => trigger.Again switch
    {
        { Policy: AgainPolicy.Once } => memory.SentAt is not null,
        { Policy: AgainPolicy.OncePerKey } => memory.SentKeys.Contains(run.Key),
        { Policy: AgainPolicy.AfterMessage, After: var after } => memory.SentAt is { } sent && now - sent < after,
        _ => false,
    };

    /// <summary>What the condition of now can see of what was kept then.</summary>
    private static NaiveEvent? Seen(NaiveRun run, Condition condition) =>
        run.Kept is null ? run.Last : run.Last!.Only(run.Kept.Intersect(condition.Reads).ToHashSet());
}
