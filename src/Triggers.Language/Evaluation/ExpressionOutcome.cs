using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>What trying an expression gave.</summary>
/// <param name="Diagnostics">What is wrong with the expression; empty when it was evaluated.</param>
/// <param name="Value">Perhaps an error; absent when it was not evaluated.</param>
/// <param name="Type">The checked type, or the type of the result where checking knows none.</param>
public sealed record ExpressionOutcome(IReadOnlyList<Diagnostic> Diagnostics, Value Value, DataType Type);
