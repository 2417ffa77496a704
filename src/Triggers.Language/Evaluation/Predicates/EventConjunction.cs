namespace Triggers.Language.Evaluation.Predicates;

/// <summary>The part of an expression that an index over events can decide: conditions joined by <c>&amp;&amp;</c>, however nested.</summary>
/// <param name="Predicates">In the order written. Unless all hold, the expression is not true: it is false or an error.</param>
/// <param name="IsWhole">True when the expression is true exactly if all predicates hold: nothing is left to evaluate.</param>
/// <remarks>
/// A predicate is decided without steps (<see cref="EvaluationFrame.StepBudget"/>). Only an evaluation that compares a text of megabytes with a long list could run out
/// of them, and then gives an error where the predicate still answers.
/// </remarks>
public sealed record EventConjunction(IReadOnlyList<EventPredicate> Predicates, bool IsWhole)
{
    /// <summary>Nothing is known: the expression must be evaluated.</summary>
    public static EventConjunction Unknown { get; } = new([], IsWhole: false);

    /// <summary>Nothing is asked: the expression is <c>true</c>.</summary>
    public static EventConjunction Always { get; } = new([], IsWhole: true);
}
