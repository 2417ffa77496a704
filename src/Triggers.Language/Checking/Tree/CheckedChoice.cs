using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary><c>condition ? whenTrue : whenFalse</c>.</summary>
internal sealed record CheckedChoice(DataType Type, CheckedNode Condition, CheckedNode WhenTrue, CheckedNode WhenFalse) : CheckedNode(Type);
