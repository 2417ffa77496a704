using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A map literal.</summary>
internal sealed record CheckedMap(DataType Type, IReadOnlyList<KeyValuePair<CheckedNode, CheckedNode>> Entries) : CheckedNode(Type);
