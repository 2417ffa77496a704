namespace Triggers.Language.Syntax;

/// <summary>How large an expression may be. The limits keep every later step within a small stack and a short time.</summary>
public static class SyntaxLimits
{
    /// <summary>UTF-16 code units of source.</summary>
    public const int SourceLength = 64 * 1024;

    /// <summary>Nodes of the tree; a chain of <c>&amp;&amp;</c> is one node and its operands.</summary>
    public const int Nodes = 2_000;

    /// <summary>Levels of the tree, and of brackets inside each other.</summary>
    public const int Depth = 64;
}
