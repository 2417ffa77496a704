using System.Globalization;
using Triggers.Language.Workspaces.Definitions;

namespace Triggers.Tests.Docs;

/// <summary>The tables of keys in the language reference, written from the definitions that reading, errors and schemas use.</summary>
internal static class KeyTable
{
    /// <summary>Every group of keys that a file of this kind can hold and that works, the file's own first.</summary>
    public static IReadOnlyList<ObjectDefinition> Built(FileKind kind) => [.. Reached(kind.Root, onlyBuilt: true).Distinct()];

    /// <summary>Whether any of its keys works.</summary>
    public static bool HasRows(ObjectDefinition definition) => definition.Keys.Any(key => IsBuilt(definition, key));

    /// <summary>The keys that work, one row each.</summary>
    public static string Of(ObjectDefinition definition) =>
        "| key | value | meaning |\n|---|---|---|\n" + string.Concat(definition.Keys.Where(key => IsBuilt(definition, key)).Select(key => Row(definition, key)));

    /// <summary>The keys that <c>check</c> refuses, in the order of the files, each with the keys below it and what to do meanwhile.</summary>
    public static string Unbuilt()
    {
        var keys =
            from kind in FileKinds.All
            from definition in Reached(kind.Root, onlyBuilt: true).Distinct()
            from key in definition.Keys
            where !IsBuilt(definition, key)
            group $"`{key.Name}`{Below(key)}" by (kind.Pattern, Place(kind, definition), Instead(definition, key));
        return "| file | keys | until they are built |\n|---|---|---|\n" +
            string.Concat(keys.Select(group => $"| `{group.Key.Pattern}` | {string.Join(", ", group)}{group.Key.Item2} | {group.Key.Item3} |\n"));
    }

    private static bool IsBuilt(ObjectDefinition definition, KeyDefinition key) => UnbuiltFeatures.Find(definition, key) is null
        && (key.OnlyWith.Count == 0 || key.OnlyWith.Any(name => IsBuilt(definition, definition.Find(name)!)));

    private static string Instead(ObjectDefinition definition, KeyDefinition key) =>
        UnbuiltFeatures.Find(definition, key) ?? $"Leave it out: it belongs to {string.Join(", ", key.OnlyWith.Select(name => $"`{name}`"))}.";

    private static string Place(FileKind kind, ObjectDefinition definition) => kind.Root == definition ? "" : $" in {definition.Noun}";

    private static string Below(KeyDefinition key)
    {
        var names = Objects(key.Shape).SelectMany(child => Reached(child, onlyBuilt: false)).Distinct().SelectMany(child => child.Names).Distinct().ToList();
        return names.Count == 0 ? "" : $" (with {string.Join(", ", names.Select(name => $"`{name}`"))})";
    }

    private static IEnumerable<ObjectDefinition> Reached(ObjectDefinition definition, bool onlyBuilt) =>
        definition.Keys.Where(key => !onlyBuilt || IsBuilt(definition, key))
            .SelectMany(key => Objects(key.Shape))
            .SelectMany(child => Reached(child, onlyBuilt))
            .Prepend(definition);

    private static IEnumerable<ObjectDefinition> Objects(Shape shape) => shape switch
    {
        ObjectDefinition definition => [definition],
        ListShape list => Objects(list.Item),
        MapShape map => Objects(map.Value),
        EitherShape either => either.Forms.SelectMany(Objects),
        _ => [],
    };

    private static string Row(ObjectDefinition definition, KeyDefinition key)
    {
        var chosen = definition.ExactlyOne.Contains(key.Name) && definition.ExactlyOne.Count(name => IsBuilt(definition, definition.Find(name)!)) > 1;
        var needed = key.IsRequired || (definition.ExactlyOne.Contains(key.Name) && !chosen);
        var with = key.OnlyWith.Where(name => IsBuilt(definition, definition.Find(name)!)).Select(name => $"`{name}`").ToList();
        return $"| `{key.Name}` | {Value(key.Shape)}{(needed ? "; required" : chosen ? "; one of these" : "")}"
            + $"{(with.Count > 0 ? $"; only with {string.Join(", ", with)}" : "")} | {key.Doc.Replace("|", "\\|", StringComparison.Ordinal)} |\n";
    }

    private static string Value(Shape shape) => shape switch
    {
        ScalarShape { Values: { } values } => string.Join(", ", values.Select(value => $"`{value}`")),
        ScalarShape { Range: { } range } => string.Create(CultureInfo.InvariantCulture, $"whole number, {range.Least} to {range.Most}"),
        ScalarShape scalar => scalar.Noun,
        ObjectDefinition definition => $"{definition.Noun} (keys)",
        ListShape list => $"list of: {Value(list.Item)}",
        MapShape map => $"{Value(map.Key)}: {Value(map.Value)}",
        EitherShape either => string.Join(", or ", either.Forms.Select(Value)),
        _ => shape.Expected,
    };
}
