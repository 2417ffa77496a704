using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Checking.Tree;

/// <summary>
/// A function with one or two arguments; a method's receiver is the first. <paramref name="Prepared"/> is what a constant argument was turned into: a regular
/// expression or a time zone.
/// </summary>
internal sealed record CheckedCall(DataType Type, Function Function, IReadOnlyList<CheckedNode> Arguments, object? Prepared = null) : CheckedNode(Type);
