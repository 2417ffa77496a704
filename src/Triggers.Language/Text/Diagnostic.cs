namespace Triggers.Language.Text;

/// <summary>One mistake in a workspace, as a value: rule text never throws.</summary>
/// <param name="Code">Stable code, for instance <c>TR0103</c>; documented in the language reference.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What is wrong, with the value, in a marketer's words; one sentence.</param>
/// <param name="Remedy">What to do, with the allowed values or the nearest correct name; one sentence.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Span, string Message, string Remedy);
