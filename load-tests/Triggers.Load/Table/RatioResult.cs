namespace Triggers.Load.Table;

/// <summary>What a row measured.</summary>
/// <param name="Ratio">The figure that the target speaks of.</param>
/// <param name="Beside">Sentences that say what it was made of, printed beneath the row.</param>
internal sealed record RatioResult(double Ratio, params IReadOnlyList<string> Beside)
{
    /// <summary>Our own events per CPU-second, where the other side of the ratio lies in another program; null elsewhere.</summary>
    internal double? EventsPerCpuSecond { get; init; }
}
