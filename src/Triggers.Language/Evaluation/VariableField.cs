using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>A field that an expression reads of a record variable: <c>event.cart</c>.</summary>
/// <param name="Slot">Slot of the variable.</param>
/// <param name="Field">The field.</param>
public sealed record VariableField(int Slot, FieldDefinition Field);
