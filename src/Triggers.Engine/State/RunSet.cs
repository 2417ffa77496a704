using System.Diagnostics.CodeAnalysis;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>The waiting runs of one customer in the order in which they fire. A customer has few: looking for one is a walk over all.</summary>
internal sealed class RunSet
{
    private readonly List<Run> _runs = [];

    /// <summary>In firing order.</summary>
    public IReadOnlyList<Run> All => _runs;

    /// <summary>The first deadline, or never.</summary>
    public Timestamp Earliest => _runs.Count > 0 ? _runs[0].Deadline : Timestamp.Never;

    /// <summary>Adds a run behind those that fire before it or began before it.</summary>
    public void Add(Run run)
    {
        var place = _runs.Count;
        while (place > 0 && Run.CompareFiring(_runs[place - 1], run) > 0)
        {
            place--;
        }

        _runs.Insert(place, run);
    }

    /// <summary>Takes out the first run whose deadline is not after <paramref name="now"/>.</summary>
    public bool TryTakeDue(Timestamp now, [NotNullWhen(true)] out Run? run)
    {
        run = _runs.Count > 0 && _runs[0].Deadline <= now ? _runs[0] : null;
        if (run is not null)
        {
            _runs.RemoveAt(0);
        }

        return run is not null;
    }

    /// <summary>How many runs of this trigger (and key, unless null) wait.</summary>
    public int Count(StableId trigger, string? key)
    {
        var count = 0;
        foreach (var run in _runs)
        {
            count += run.Is(trigger, key) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Removes the runs of this trigger (and key, unless null) and says how many there were.</summary>
    public int Remove(StableId trigger, string? key)
    {
        var removed = 0;
        for (var i = _runs.Count - 1; i >= 0; i--)
        {
            if (_runs[i].Is(trigger, key))
            {
                _runs.RemoveAt(i);
                removed++;
            }
        }

        return removed;
    }
}
