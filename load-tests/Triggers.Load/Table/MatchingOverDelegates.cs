using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>T3: a loop over one compiled delegate a rule ÷ our index, matching only, 10,000 rules.</summary>
internal sealed class MatchingOverDelegates : IRatio
{
    private const int Count = 10_000;

    public string Id => "T3";

    public string What => "loop over compiled delegates ÷ index, matching only, 10,000 rules";

    public RatioTarget Target => RatioTarget.T3;

    public RatioResult Measure()
    {
        var (delegates, structs, index, matches, building) = MatchingLoad.Measure(Count);
        return new(delegates / index, string.Create(
            CultureInfo.InvariantCulture,
            $"{delegates:N0} ns ÷ {index:N0} ns an event, loop over packed structs {structs:N0} ns; {matches:N3} matches an event, index built in {building.TotalMilliseconds:N1} ms"));
    }
}
