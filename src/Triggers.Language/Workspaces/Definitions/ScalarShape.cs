using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A single value.</summary>
/// <param name="Noun">What it is, with its article: <c>a duration</c>.</param>
/// <param name="Sample">A correct one, as the end of "Write …": <c>a number and its unit, for instance `30m`</c>.</param>
/// <param name="IsValid">Whether a text is one.</param>
internal sealed record ScalarShape(string Noun, string Sample, Func<string, bool> IsValid) : Shape
{
    /// <summary>The only values allowed; null: any that <see cref="IsValid"/> accepts.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What JSON Schema calls the values YAML makes of it: <c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>.</summary>
    public IReadOnlyList<string> JsonTypes { get; init; } = ["string"];

    /// <summary>Regular expression (ECMA 262) for editors; null: none.</summary>
    public string? Pattern { get; init; }

    /// <summary>Smallest and greatest number; null: no number.</summary>
    public (long Least, long Most)? Range { get; init; }

    /// <summary>The correct value that a wrong one was probably meant to be; null where nothing can be guessed.</summary>
    public Func<string, string?>? Meant { get; init; }

    /// <summary>What exactly is wrong with a wrong text, and how to mend it, as whole sentences; null: nothing more than <see cref="Sample"/> can be said.</summary>
    public Func<string, string?>? Fault { get; init; }

    /// <inheritdoc/>
    public override string Expected => Noun;

    /// <inheritdoc/>
    public override string Example => Sample;

    /// <summary>What to do about the wrong value <paramref name="text"/>.</summary>
    public string Remedy(string text) =>
        Meant?.Invoke(text) is { } meant ? $"Did you mean `{meant}`?" : Fault?.Invoke(text) is { } fault ? fault : Values is null ? $"Write {Sample}." : NearestName.Remedy(text, Values, "");
}
