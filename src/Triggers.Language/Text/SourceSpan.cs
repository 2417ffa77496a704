namespace Triggers.Language.Text;

/// <summary>A place in a source text.</summary>
/// <param name="Source">The file.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="Length">Characters; 0 marks a point.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int Length);
