namespace Triggers.Engine.State;

/// <summary>What a state has of one kind, mostly nothing: takes no object before there is something. A field, never copied.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal struct ShortList<T>
{
    private T[]? _items;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, in order; valid until the next change.</summary>
    public readonly Span<T> All => _items.AsSpan(0, Count);

    /// <summary>One by position; valid until the next change.</summary>
    public readonly ref T this[int index] => ref All[index];

    /// <summary>Forgets all; the room stays.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds one behind the others.</summary>
    public void Add(T item) => Insert(Count, item);

    /// <summary>Puts one before the one that is at <paramref name="place"/>, or behind all.</summary>
    public void Insert(int place, T item)
    {
        if (Count == (_items?.Length ?? 0))
        {
            Array.Resize(ref _items, Math.Max(2, Count * 2));
        }

        Array.Copy(_items!, place, _items!, place + 1, Count - place);
        _items![place] = item;
        Count++;
    }

    /// <summary>Removes one by position.</summary>
    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_items!, index + 1, _items!, index, Count - index);
    }
}
