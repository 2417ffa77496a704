using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A node of the checked tree: names are resolved, macros have slots, every node has a type (which may still hold type parameters).</summary>
internal abstract record CheckedNode(DataType Type);
