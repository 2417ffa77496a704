using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>A customer as a rule test starts with it.</summary>
/// <param name="Id">Value of its identifier.</param>
/// <param name="Traits">Field of <c>customer</c> and its value; others are as for a new customer.</param>
public sealed record GivenCustomer(string Id, IReadOnlyList<KeyValuePair<FieldDefinition, Value>> Traits);
