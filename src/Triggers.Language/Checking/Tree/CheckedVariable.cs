using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A variable, or the element of a macro.</summary>
internal sealed record CheckedVariable(DataType Type, string Name, int Slot) : CheckedNode(Type);
