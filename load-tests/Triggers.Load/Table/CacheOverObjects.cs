using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>T7: bytes a customer in the state cache ÷ in a plain object graph.</summary>
internal sealed class CacheOverObjects : IRatio
{
    private const int Customers = 1_000_000;

    public string Id => "T7";

    public string What => "cache bytes a customer ÷ plain object graph";

    public RatioTarget Target => RatioTarget.T7;

    public RatioResult Measure()
    {
        var (plain, cache) = CacheLoad.Measure(Customers);
        return new(cache.Bytes / plain.Bytes, string.Create(
            CultureInfo.InvariantCulture, $"{cache.Bytes:N0} B ÷ {plain.Bytes:N0} B, access {cache.Nanoseconds:N0} ns and {plain.Nanoseconds:N0} ns, full collection {cache.PauseMilliseconds:N0} ms and {plain.PauseMilliseconds:N0} ms"));
    }
}
