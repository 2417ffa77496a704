namespace Triggers.Language.Workspaces.Definitions;

/// <summary>
/// What the language has and the engine cannot run yet: <c>check</c> refuses it, nothing is ever ignored. A line goes away when its feature is built.
/// </summary>
internal static class UnbuiltFeatures
{
    /// <summary>Name of an <see cref="ObjectDefinition"/>, a dot and its key → what can be done instead.</summary>
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["trait.predict"] = NoModels,
        ["trait.of"] = NoModels,
        ["when.due"] = OnlyStart,
        ["when.price-drop"] = OnlyStart,
        ["when.back-in-stock"] = OnlyStart,
        ["trigger.goal"] = "Leave it out: the goal changes nothing that is sent.",
        ["trigger.pin"] = "Leave it out: the newest version of a trigger counts.",
    };

    private const string NoModels = "Use `count`, `sum` or `latest`: models are not there yet.";
    private const string OnlyStart = "Use `start:`, `steps:`, `enters:` or `silence:`.";

    /// <summary>The features by name, with what can be done instead.</summary>
    public static IReadOnlyDictionary<string, string> All => Instead;

    /// <summary>What can be done instead of <paramref name="key"/> of <paramref name="definition"/>; null when it is built.</summary>
    public static string? Find(ObjectDefinition definition, KeyDefinition key) => Instead.GetValueOrDefault($"{definition.Name}.{key.Name}");
}
