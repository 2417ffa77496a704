using Triggers.Language.Evaluation.Predicates;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>
/// A checked expression of the rule language, ready to evaluate. Immutable and thread-safe; evaluating numbers, comparisons and field access allocates nothing.
/// </summary>
/// <remarks>
/// The language is CEL (github.com/google/cel-spec) with its standard functions and macros, without protobuf messages, and with money: an amount is compared with
/// numbers (<c>event.value &gt;= 12.1</c> means the amount in the workspace's currency, exactly as written), added to and subtracted from money of the same currency,
/// multiplied by numbers and divided by whole numbers (rounded half to even to six places). <c>string(m)</c>, <c>double(m)</c> and <c>currency(m)</c> read it. Amounts
/// of different currencies give an error. Reading an optional field that is absent is the error <c>no such field</c>; <c>has(event.field)</c> asks first.
/// </remarks>
public abstract class CompiledExpression
{
    /// <summary>The text as written.</summary>
    public abstract string Source { get; }

    /// <summary>The expression as a tree, as written: parsed again, for a plan of many triggers should not hold trees that only explanations need.</summary>
    public abstract Expression ToSyntax();

    /// <summary>Type of the result.</summary>
    public abstract DataType Type { get; }

    /// <summary>The fields of record variables that it may read; everything a plan must keep for it.</summary>
    public abstract IReadOnlyList<VariableField> Fields { get; }

    /// <summary>Of the records in lists among <see cref="Fields"/>, the names of those fields that it may read: <c>quantity</c> of <c>event.lines.exists(line, line.quantity &gt; 0)</c>.</summary>
    public abstract IReadOnlyList<string> ElementFields { get; }

    /// <summary>
    /// What an index over events can know of it: the conditions on fields of <c>event</c> that must all hold for it to be true. Read from the plan again, for only who
    /// builds an index asks; costs a few objects a condition.
    /// </summary>
    public abstract EventConjunction ToConjunction();

    /// <summary>
    /// The value for the variables in <paramref name="frame"/>. Errors (<see cref="ValueKind.Error"/>) are values and follow CEL's rules; nothing throws.
    /// </summary>
    public abstract Value Evaluate(EvaluationFrame frame);

    /// <summary>
    /// Checks <paramref name="text"/> and compiles it; null after errors, which are reported. <paramref name="expected"/> null: any type.
    /// </summary>
    public static CompiledExpression? Compile(EmbeddedText text, IReadOnlyList<Variable> variables, DataType? expected, DiagnosticBag diagnostics) =>
        ExpressionCompiler.Compile(text, variables, expected, CompileOptions.Default, diagnostics);
}
