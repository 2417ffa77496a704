namespace Triggers.Language.Syntax;

/// <summary>Operators that join conditions; the order of the conditions does not matter, also not for errors.</summary>
public enum LogicalOperator
{
    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;&amp;</c></summary>
    And,
}
