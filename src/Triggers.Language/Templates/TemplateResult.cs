namespace Triggers.Language.Templates;

/// <summary>What became of a template for one customer: text, or the reason why there is none. Exactly one of the two is there.</summary>
/// <param name="Text">The finished text; null when a value is missing or the text is too long.</param>
/// <param name="Refusal">One sentence for people; null when there is text.</param>
public readonly record struct TemplateResult(string? Text, string? Refusal)
{
    /// <summary>The finished text.</summary>
    public static TemplateResult Of(string text) => new(text, null);

    /// <summary>No text, for this reason.</summary>
    public static TemplateResult Refused(string reason) => new(null, reason);
}
