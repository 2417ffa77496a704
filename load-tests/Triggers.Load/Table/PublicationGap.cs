using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>T12: the longest time between two folded events while 10,000 rules are published.</summary>
internal sealed class PublicationGap : IRatio
{
    private const int Count = 10_000;

    public string Id => "T12";

    public string What => "longest gap between two events while 10,000 rules are published";

    public RatioTarget Target => RatioTarget.T12;

    public RatioResult Measure()
    {
        var (without, with, bytes, made) = PublishLoad.Measure(Count);
        return new(with.Milliseconds, string.Create(
            CultureInfo.InvariantCulture,
            $"{with.PauseMilliseconds:N1} ms of it garbage collection; without publication {without.Milliseconds:N1} ms; a record of {bytes:N0} bytes, made in {made:N2} s beside the fold"));
    }
}
