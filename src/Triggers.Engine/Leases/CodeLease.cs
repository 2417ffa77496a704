using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Leases;

/// <summary>A partition's share of one code pool. Not thread-safe.</summary>
/// <param name="name">Name of the pool.</param>
public sealed class CodeLease(string name)
{
    private readonly List<CodeRange> _free = [];

    /// <summary>Name of the pool.</summary>
    public string Name { get; } = name;

    /// <summary>Codes that nobody has, ascending; no two ranges touch.</summary>
    public IReadOnlyList<CodeRange> Free => _free;

    /// <summary>How many codes nobody has.</summary>
    public int Left
    {
        get
        {
            var left = 0;
            foreach (var range in _free)
            {
                left += range.Count;
            }

            return left;
        }
    }

    /// <summary>Index of the code that is drawn next; null when there is none.</summary>
    public int? Next => _free.Count == 0 ? null : _free[0].From;

    /// <summary>The same, as far as the rules in force still have it: they may have shortened the pool.</summary>
    public int? NextOf(CodePoolPlan pool) => Next is { } next && next < pool.Count ? next : null;

    /// <summary>Takes the next code out.</summary>
    public void Draw()
    {
        var first = _free[0];
        if (first.Count > 1)
        {
            _free[0] = first with { From = first.From + 1 };
        }
        else
        {
            _free.RemoveAt(0);
        }
    }

    /// <summary>Adds codes that nobody has, none of which it has already.</summary>
    public void Add(CodeRange range)
    {
        var place = 0;
        while (place < _free.Count && _free[place].From < range.From)
        {
            place++;
        }

        if (place < _free.Count && _free[place].From == range.To)
        {
            range = range with { To = _free[place].To };
            _free.RemoveAt(place);
        }

        if (place > 0 && _free[place - 1].To == range.From)
        {
            range = range with { From = _free[place - 1].From };
            _free.RemoveAt(--place);
        }

        _free.Insert(place, range);
    }

    /// <summary>The same, to be changed on its own.</summary>
    public CodeLease Copy()
    {
        var copy = new CodeLease(Name);
        copy._free.AddRange(_free);
        return copy;
    }
}
