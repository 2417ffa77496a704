using Triggers.Language.Workspaces.Reading.References;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>What a trait gives.</summary>
/// <param name="Kind">The key that says what it computes: <c>count</c>, <c>latest</c> …</param>
/// <param name="Type">As conditions see it.</param>
/// <param name="Optional">True when there is no value before the first event.</param>
/// <param name="Source">The field it is computed from; null when it is about whole events.</param>
internal sealed record TraitType(string Kind, DataType Type, bool Optional, EventField? Source);
