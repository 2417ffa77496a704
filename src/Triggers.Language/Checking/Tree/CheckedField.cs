using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A field of a record (then <paramref name="Definition"/> is known), or an entry of a map.</summary>
internal sealed record CheckedField(DataType Type, CheckedNode Operand, string Name, FieldDefinition? Definition) : CheckedNode(Type);
