namespace Triggers.Language.Templates;

/// <summary>A piece of a template: its own text, or a value.</summary>
internal abstract record TemplatePart;
