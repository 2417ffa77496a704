using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary><c>has(operand.field)</c>.</summary>
internal sealed record CheckedPresence(CheckedField Field) : CheckedNode(DataType.Bool);
