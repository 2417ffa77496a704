using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>Conditions joined by the same operator.</summary>
internal sealed record CheckedLogic(LogicalOperator Operator, IReadOnlyList<CheckedNode> Operands) : CheckedNode(DataType.Bool);
