namespace Triggers.Language.Syntax;

/// <summary>One field of a record literal.</summary>
/// <param name="Field">Its name, without backticks.</param>
/// <param name="Value">After the colon.</param>
public sealed record FieldSetting(string Field, Expression Value);
