namespace Triggers.Language.Templates;

/// <summary>For what a template is compiled.</summary>
/// <param name="Format">What the channel delivers.</param>
/// <param name="Locale">BCP 47; amounts, numbers and dates are written in its way.</param>
/// <param name="LengthMax">Longest result in characters (code points), 1..<see cref="Template.LengthMax"/>.</param>
public readonly record struct TemplateTarget(TemplateFormat Format, string Locale, int LengthMax);
