using System.Collections;

namespace Triggers.Language.Syntax;

/// <summary>The children of a syntax node, in order. Immutable; two are equal when their elements are.</summary>
/// <param name="elements">Not to be changed afterwards.</param>
public sealed class Sequence<T>(IReadOnlyList<T> elements) : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    /// <inheritdoc/>
    public int Count => elements.Count;

    /// <inheritdoc/>
    public T this[int index] => elements[index];

    /// <inheritdoc/>
    public bool Equals(Sequence<T>? other) => other is not null && elements.SequenceEqual(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => elements.Count;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
