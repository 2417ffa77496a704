namespace Triggers.HouseRules.Tree;

/// <summary>A file that may break a rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Path">The file.</param>
/// <param name="Reason">Why it may.</param>
public sealed record AgreedException(string Rule, string Path, string Reason);
