namespace Triggers.Language.Templates;

/// <summary>Text that goes out as it stands.</summary>
/// <param name="Text">Not empty.</param>
internal sealed record TemplateLiteral(string Text) : TemplatePart;
