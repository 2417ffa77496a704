using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>An operator between two operands.</summary>
internal sealed record CheckedBinary(DataType Type, BinaryOperator Operator, CheckedNode Left, CheckedNode Right) : CheckedNode(Type);
