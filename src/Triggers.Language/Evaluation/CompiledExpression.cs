using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>
/// A checked expression of the rule language, ready to evaluate. Immutable and thread-safe; evaluating numbers, comparisons and field access allocates nothing.
/// </summary>
public abstract class CompiledExpression
{
    /// <summary>The text as written.</summary>
    public abstract string Source { get; }

    /// <summary>Type of the result.</summary>
    public abstract DataType Type { get; }

    /// <summary>The fields of record variables that it may read; everything a plan must keep for it.</summary>
    public abstract IReadOnlyList<VariableField> Fields { get; }

    /// <summary>
    /// The value for the variables in <paramref name="frame"/>. Errors (<see cref="ValueKind.Error"/>) are values and follow CEL's rules; nothing throws.
    /// </summary>
    public abstract Value Evaluate(EvaluationFrame frame);

    /// <summary>
    /// Checks <paramref name="text"/> and compiles it; null after errors, which are reported. <paramref name="expected"/> null: any type.
    /// </summary>
    public static CompiledExpression? Compile(EmbeddedText text, IReadOnlyList<Variable> variables, DataType? expected, DiagnosticBag diagnostics) =>
        throw new NotImplementedException();
}
