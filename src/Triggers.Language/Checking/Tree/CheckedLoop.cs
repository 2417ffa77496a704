using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>A macro over a list or the keys of a map; the element is in <paramref name="Slot"/>.</summary>
internal sealed record CheckedLoop(DataType Type, MacroKind Kind, CheckedNode Range, int Slot, CheckedNode? Condition, CheckedNode? Result) : CheckedNode(Type);
