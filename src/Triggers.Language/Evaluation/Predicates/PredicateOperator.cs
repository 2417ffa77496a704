namespace Triggers.Language.Evaluation.Predicates;

/// <summary>How an <see cref="EventPredicate"/> compares the field with its operands. None of them holds for a field that is absent.</summary>
public enum PredicateOperator
{
    /// <summary>The field is there; no operand.</summary>
    Present,

    /// <summary><c>==</c>, one operand.</summary>
    Equal,

    /// <summary><c>!=</c>, one operand. NaN differs from everything.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>, one operand.</summary>
    Less,

    /// <summary><c>&lt;=</c>, one operand.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>, one operand.</summary>
    Greater,

    /// <summary><c>&gt;=</c>, one operand.</summary>
    GreaterOrEqual,

    /// <summary><c>in</c> a list of any length; never holds for an empty one.</summary>
    In,

    /// <summary>The opposite of <see cref="In"/>; holds for every field that is there when the list is empty.</summary>
    NotIn,
}
