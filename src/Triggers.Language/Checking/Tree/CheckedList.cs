using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A list literal.</summary>
internal sealed record CheckedList(DataType Type, IReadOnlyList<CheckedNode> Elements) : CheckedNode(Type);
