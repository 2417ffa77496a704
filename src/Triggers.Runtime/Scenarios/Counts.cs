namespace Triggers.Runtime.Scenarios;

/// <summary>How often each of a few names came up.</summary>
public sealed class Counts
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);

    /// <summary>The names that came up, in the order of their characters.</summary>
    public IEnumerable<string> Names => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>How often any of them did.</summary>
    public long Total { get; private set; }

    /// <summary>How often a name came up.</summary>
    public long this[string name] => _byName.GetValueOrDefault(name)?.Count ?? 0;

    /// <summary>A name comes up once more.</summary>
    public void Add(string name)
    {
        if (!_byName.TryGetValue(name, out var entry))
        {
            entry = new();
            _byName.Add(name, entry);
        }

        entry.Count++;
        Total++;
    }

    private sealed class Entry
    {
        public long Count { get; set; }
    }
}
