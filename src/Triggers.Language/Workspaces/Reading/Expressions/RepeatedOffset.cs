using System.Collections;

namespace Triggers.Language.Workspaces.Reading.Expressions;

/// <summary>The same place for every character of a text that stands nowhere as it is.</summary>
internal sealed class RepeatedOffset(int offset, int count) : IReadOnlyList<int>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public int this[int index] => offset;

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => Enumerable.Repeat(offset, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
