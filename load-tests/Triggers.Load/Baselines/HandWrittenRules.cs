using System.Runtime.InteropServices;

namespace Triggers.Load.Baselines;

/// <summary>The workload <c>rules-N</c> by hand: rules by type and category, the least amount first, and the last matches of each customer and rule in a hash map.</summary>
internal sealed class HandWrittenRules : IHandWritten
{
    private const long Hour = 3_600_000;

    private readonly Dictionary<(string Type, int Category), (int Rule, string Name, int Above)[]> _index;
    private readonly Dictionary<(string Customer, int Rule), Matches> _matches = [];

    /// <summary>The first <paramref name="count"/> rules.</summary>
    internal HandWrittenRules(int count) => _index = Enumerable.Range(0, count)
        .GroupBy(i => (RulesWorkload.TypeOf(i), RulesWorkload.CategoryOf(i)))
        .ToDictionary(group => group.Key, group => group.Select(i => (i, $"{RulesWorkload.NamePrefix}{i}", RulesWorkload.AmountOf(i))).OrderBy(rule => rule.Item3).ToArray());

    public void Take(ReadOnlySpan<byte> json, OutputHash outputs)
    {
        var (type, customer, time, category, amount) = HandWrittenEvent.Parse(json);
        if (!_index.TryGetValue((type, category), out var rules))
        {
            return;
        }

        foreach (var (rule, name, above) in rules)
        {
            if (amount <= above)
            {
                break;
            }

            ref var matches = ref CollectionsMarshal.GetValueRefOrAddDefault(_matches, (customer, rule), out var known);
            if (!known)
            {
                matches = new(Last: -Hour, SecondLast: -Hour, Fired: -Hour);
            }

            if (time - matches.SecondLast < Hour && time - matches.Fired >= Hour)
            {
                matches = matches with { Fired = time };
                outputs.Add(customer, name, time);
            }

            matches = matches with { SecondLast = matches.Last, Last = time };
        }
    }

    /// <summary>When a rule last matched for a customer, the time before, and when it last fired.</summary>
    private readonly record struct Matches(long Last, long SecondLast, long Fired);
}
