namespace Triggers.Engine.Index;

/// <summary>Predicates that must hold, of those that share one word of bits.</summary>
/// <param name="Word">Number of the word.</param>
/// <param name="Bits">One bit a predicate.</param>
internal readonly record struct MaskPart(int Word, ulong Bits);
