namespace Triggers.Language.Syntax;

/// <summary>One entry of a map literal.</summary>
/// <param name="Key">Before the colon.</param>
/// <param name="Value">After the colon.</param>
public sealed record MapEntry(Expression Key, Expression Value);
