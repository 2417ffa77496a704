namespace Triggers.Language.Syntax;

/// <summary>Counts nodes and levels while a tree is built, and refuses what exceeds <see cref="SyntaxLimits"/>.</summary>
internal sealed class SyntaxBudget(SyntaxMistakes mistakes)
{
    private int _depth;
    private int _nodes;

    /// <summary>The node, or null when the tree is too large with it, which is reported.</summary>
    public T? Made<T>(T? node)
        where T : Expression
    {
        if (node is null)
        {
            return null;
        }

        if (++_nodes > SyntaxLimits.Nodes)
        {
            mistakes.TooManyParts(node.Start);
            return null;
        }

        if (node.Height > SyntaxLimits.Depth)
        {
            mistakes.TooDeep(node.Start);
            return null;
        }

        return node;
    }

    /// <summary>Goes one bracket deeper; false when that is too deep, which is reported.</summary>
    public bool Enter(Token at)
    {
        if (_depth >= SyntaxLimits.Depth)
        {
            mistakes.TooDeep(at.Start);
            return false;
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;
}
