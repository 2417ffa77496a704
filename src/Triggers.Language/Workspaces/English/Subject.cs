namespace Triggers.Language.Workspaces.English;

/// <summary>How the variables of a condition are called: <c>event</c> → <c>its</c>, <c>customer</c> → <c>the customer's</c>.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Possessive">How a field of it begins.</param>
/// <param name="Type">Its type, to tell money and times from numbers; null when not known.</param>
internal sealed record Subject(string Variable, string Possessive, Model.Values.RecordType? Type);
