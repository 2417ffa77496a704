namespace Triggers.HouseRules.Tree;

/// <summary>A rule of the house: a pure function from one file to what is wrong in it.</summary>
/// <param name="Name">How the table of exceptions calls it.</param>
/// <param name="Reads">Which files it is about.</param>
/// <param name="Check">What is wrong in one of them.</param>
public sealed record Rule(string Name, Func<SourceFile, bool> Reads, Func<SourceFile, IEnumerable<Violation>> Check);
