namespace Triggers.Language.Syntax;

/// <summary>A word of the source. <see cref="TokenKind.Bad"/> was reported when it was read.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
