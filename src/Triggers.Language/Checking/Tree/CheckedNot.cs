using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>The opposite of a condition.</summary>
internal sealed record CheckedNot(CheckedNode Operand) : CheckedNode(DataType.Bool);
