using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Formatting;

/// <summary>A collection on one line: <c>{ a: 1, b: [x, y] }</c>.</summary>
internal static class FlowText
{
    /// <summary>The line; null when a text inside goes over several lines.</summary>
    public static string? Write(YamlNode node) => node switch
    {
        YamlScalar scalar => Written(scalar) is var text && text.AsSpan().ContainsAny('\r', '\n') ? null : text,
        YamlSequence { Items.Count: 0 } => "[]",
        YamlMapping { Entries.Count: 0 } => "{}",
        YamlSequence sequence => Join("[", [.. sequence.Items.Select(Write)], "]"),
        YamlMapping mapping => Join("{ ", [.. mapping.Entries.Select(Entry)], " }"),
        _ => null,
    };

    /// <summary>A scalar as it stands in the file, with its quotes.</summary>
    public static string Written(YamlScalar scalar) => scalar.Span.Source.Content.Substring(scalar.Span.Start, scalar.Span.Length);

    private static string? Join(string open, List<string?> parts, string close) => parts.Contains(null) ? null : $"{open}{string.Join(", ", parts)}{close}";

    private static string? Entry(YamlEntry entry) => Write(entry.Value) is { } value ? $"{Written(entry.Key)}: {value}".TrimEnd() : null;
}
