namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// The budgets and the code pool of <see cref="GateOracleTests"/>, which all customers share, once more from their description: sums by period, and the codes that nobody has.
/// Times are milliseconds.
/// </summary>
internal sealed class NaiveStock(IReadOnlyList<NaiveStock.Budget> budgets, int codes)
{
    private readonly Dictionary<(string Budget, long Period), decimal> _booked = [];
    private readonly SortedSet<int> _free = [.. Enumerable.Range(1, codes)];

    /// <summary>Whether all budgets that pay for this trigger have room when it is delivered then.</summary>
    public bool Pays(string trigger, long at) => Of(trigger).All(budget => Booked(budget, at) + budget.Costs[trigger] <= budget.Limit);

    /// <summary>Books it, or with −1 takes it back.</summary>
    public void Book(string trigger, long at, int sign = 1)
    {
        foreach (var budget in Of(trigger))
        {
            _booked[(budget.Name, budget.PeriodOf(at))] = Booked(budget, at) + (sign * budget.Costs[trigger]);
        }
    }

    /// <summary>The first code that nobody has; null when there is none.</summary>
    public int? Draw()
    {
        if (_free.Count == 0)
        {
            return null;
        }

        var code = _free.Min;
        _free.Remove(code);
        return code;
    }

    /// <summary>A code that was kept, and that nobody saw.</summary>
    public void PutBack(int code) => _free.Add(code);

    private IEnumerable<Budget> Of(string trigger) => budgets.Where(budget => budget.Costs.ContainsKey(trigger));

    private decimal Booked(Budget budget, long at) => _booked.GetValueOrDefault((budget.Name, budget.PeriodOf(at)));

    /// <summary>One budget.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Limit">What may be booked in a period.</param>
    /// <param name="Costs">Trigger → what a message of it costs; others do not concern it.</param>
    /// <param name="PeriodOf">Milliseconds → number of the period.</param>
    internal sealed record Budget(string Name, decimal Limit, IReadOnlyDictionary<string, decimal> Costs, Func<long, long> PeriodOf);
}
