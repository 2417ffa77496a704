using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>Something that does not exist. Reported in a checked expression; an error value in an unchecked one.</summary>
internal sealed record CheckedFailure(Value Error) : CheckedNode(DataType.Dyn);
