namespace Triggers.HouseRules.Tree;

/// <summary>A rule of the house is broken.</summary>
/// <param name="Path">In which file.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is there, and what would be right.</param>
public sealed record Violation(string Path, int Line, string What)
{
    /// <summary>As a compiler would print it.</summary>
    public override string ToString() => $"{Path}:{Line}: {What}";
}
