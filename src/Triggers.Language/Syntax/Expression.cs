namespace Triggers.Language.Syntax;

/// <summary>
/// A node of the syntax tree of an expression, as written: nothing is resolved or typed. Immutable. Two trees are equal when they say the same; where they stand in
/// the text does not count.
/// </summary>
/// <param name="Start">Offset of the first character in the expression's text, from 0.</param>
/// <param name="Length">Length in UTF-16 characters.</param>
/// <param name="Height">Levels of the tree below and including this node; at most <see cref="SyntaxLimits.Depth"/> in a parsed tree.</param>
public abstract record Expression(int Start, int Length, int Height)
{
    /// <summary>Same kind of node; each kind adds its content.</summary>
    public virtual bool Equals(Expression? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The expression in its normal form.</summary>
    public sealed override string ToString() => Printer.Print(this);

    /// <summary>One more than the highest of <paramref name="children"/>.</summary>
    protected static int Above(IEnumerable<Expression> children)
    {
        var highest = 0;
        foreach (var child in children)
        {
            highest = Math.Max(highest, child.Height);
        }

        return highest + 1;
    }
}
