using System.Globalization;
using System.Text.Json;

namespace Triggers.Load.Allocations;

/// <summary>What each way may allocate, in managed bytes per event: the file <c>load-tests/allocation-budgets.json</c>.</summary>
internal sealed class AllocationBudgets
{
    private readonly Dictionary<string, double> _bytes;

    private AllocationBudgets(Dictionary<string, double> bytes) => _bytes = bytes;

    /// <summary>Reads <c>{"bytesPerEvent":{"NAME":BYTES}}</c>.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    internal static AllocationBudgets Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new(document.RootElement.GetProperty("bytesPerEvent").EnumerateObject().ToDictionary(path => path.Name, path => path.Value.GetDouble(), StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("The budgets are not written as {\"bytesPerEvent\":{\"NAME\":BYTES}}, each name once.", fault);
        }
    }

    /// <summary>Everything that is wrong: ways that allocate more than they may, ways without a budget, budgets without a way. Empty: all is well.</summary>
    internal IReadOnlyList<string> Check(IReadOnlyList<AllocationPath> paths) =>
        [.. paths.Select(Check).OfType<string>(), .. _bytes.Keys.Except(paths.Select(path => path.Name)).Select(name => $"{name}: there is no such path; take its budget out of the file")];

    private string? Check(AllocationPath path)
    {
        if (!_bytes.TryGetValue(path.Name, out var budget))
        {
            return $"{path.Name}: has no budget; add one to the file";
        }

        var bytes = path.BytesPerEvent();
        return bytes <= budget
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{path.Name}: allocates {bytes:0.#} bytes an event, budget {budget:0.#}; find what is new, or raise the budget and say why");
    }
}
