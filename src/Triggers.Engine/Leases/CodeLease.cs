using System.Collections.Immutable;

namespace Triggers.Engine.Leases;

/// <summary>A partition's share of one code pool. Immutable.</summary>
/// <param name="Name">Name of the pool.</param>
/// <param name="Free">Codes that nobody has, ascending; no two ranges touch.</param>
public sealed record CodeLease(string Name, ImmutableList<CodeRange> Free)
{
    /// <summary>A share without codes.</summary>
    public static CodeLease Of(string name) => new(name, []);

    /// <summary>How many codes nobody has.</summary>
    public int Left => Free.Sum(range => range.Count);

    /// <summary>Index of the code that is drawn next; null when there is none.</summary>
    public int? Next => Free.IsEmpty ? null : Free[0].From;

    /// <summary>The same without the next code.</summary>
    public CodeLease Draw()
    {
        var first = Free[0];
        return this with { Free = first.Count > 1 ? Free.SetItem(0, first with { From = first.From + 1 }) : Free.RemoveAt(0) };
    }

    /// <summary>The same with codes that nobody has, none of which it has already.</summary>
    public CodeLease Add(CodeRange range)
    {
        var place = 0;
        while (place < Free.Count && Free[place].From < range.From)
        {
            place++;
        }

        var free = Free;
        if (place < free.Count && free[place].From == range.To)
        {
            range = range with { To = free[place].To };
            free = free.RemoveAt(place);
        }

        if (place > 0 && free[place - 1].To == range.From)
        {
            range = range with { From = free[place - 1].From };
            free = free.RemoveAt(--place);
        }

        return this with { Free = free.Insert(place, range) };
    }
}
