namespace Triggers.Language.Workspaces.Definitions;

/// <summary>
/// What the language has and the engine cannot run yet: <c>check</c> refuses it, nothing is ever ignored. A line goes away when its feature is built.
/// </summary>
internal static class UnbuiltFeatures
{
    /// <summary>Name of an <see cref="ObjectDefinition"/>, a dot and its key → what can be done instead.</summary>
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["mapping.group"] = "Group the rows into one event before they reach the topic.",
        ["trait.predict"] = NoModels,
        ["trait.of"] = NoModels,
        ["workspace.customer_locale"] = "Leave it out: the workspace's locale holds for all customers.",
        ["channel.consent"] = NoGates,
        ["channel.format"] = NoContent,
        ["channel.limits"] = NoContent,
        ["channel.quiet_hours"] = NoGates,
        ["channel.reply"] = NoGates,
        ["policies.collect"] = NoGates,
        ["policies.consent"] = NoGates,
        ["policies.complaints"] = NoGates,
        ["policies.caps"] = NoGates,
        ["policies.groups"] = NoGates,
        ["policies.budgets"] = NoGates,
        ["policies.hold_out"] = NoGates,
        ["policies.quiet_hours"] = NoGates,
        ["pool.pool"] = NoCodes,
        ["pool.codes"] = NoCodes,
        ["pool.count"] = NoCodes,
        ["offer.eligible"] = "Write the condition into `if` of the triggers that send the offer.",
        ["offer.score"] = "Leave it out: a trigger names its one offer.",
        ["offer.valid"] = "Leave it out, and remove the trigger when the offer ends.",
        ["offer.limit"] = NoGates,
        ["offer.cost"] = NoGates,
        ["offer.budget"] = NoGates,
        ["offer.codes"] = NoCodes,
        ["offer.content"] = NoContent,
        ["offer.variants"] = "Leave it out, or make an offer and a trigger for each variant.",
        ["when.due"] = OnlyStart,
        ["when.price-drop"] = OnlyStart,
        ["when.back-in-stock"] = OnlyStart,
        ["trigger.goal"] = "Leave it out: the goal changes nothing that is sent.",
        ["trigger.budget"] = NoGates,
        ["trigger.hold_out"] = NoGates,
        ["trigger.pin"] = "Leave it out: the newest version of a trigger counts.",
        ["send.tags"] = "Leave it out: there are no caps yet.",
        ["send.prefer"] = "Leave it out, and list the best channel first.",
        ["send.expires"] = NoGates,
        ["send.mandatory"] = "Leave it out: triggers do not compete yet.",
        ["send.ignores_caps"] = "Leave it out: there are no caps yet.",
        ["send.ignores_quiet_hours"] = "Leave it out: there are no quiet hours yet.",
        ["send.counts"] = "Leave it out: there are no caps yet.",
    };

    private const string NoModels = "Use `count`, `sum` or `latest`: models are not there yet.";
    private const string OnlyStart = "Use `start:`, `steps:`, `enters:` or `silence:`.";
    private const string NoCodes = "Leave it out: the channel service draws the codes.";
    private const string NoContent = "Leave it out: content is rendered by the channel service.";
    private const string NoGates = "Leave it out; until it is built, let the channel service decide.";

    /// <summary>The features by name, with what can be done instead.</summary>
    public static IReadOnlyDictionary<string, string> All => Instead;

    /// <summary>What can be done instead of <paramref name="key"/> of <paramref name="definition"/>; null when it is built.</summary>
    public static string? Find(ObjectDefinition definition, KeyDefinition key) => Instead.GetValueOrDefault($"{definition.Name}.{key.Name}");
}
