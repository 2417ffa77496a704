namespace Triggers.Load.Table;

/// <summary>What a ratio is to reach, in three steps.</summary>
/// <param name="First">What the first version reaches.</param>
/// <param name="Goal">What it should reach.</param>
/// <param name="Moonshot">What would be remarkable.</param>
/// <param name="IsMost">True when less is better: the figures are upper bounds.</param>
/// <param name="Unit">Unit behind the figures; empty for pure ratios.</param>
internal sealed record RatioTarget(double First, double Goal, double Moonshot, bool IsMost, string Unit = "")
{
    /// <summary>Cost with 10,000 rules ÷ cost with 10.</summary>
    internal static RatioTarget T2 { get; } = new(2, 1.5, 1.2, IsMost: true);

    /// <summary>Loop over compiled delegates ÷ our matching.</summary>
    internal static RatioTarget T3 { get; } = new(100, 1_000, 3_000, IsMost: false);

    /// <summary>Engine ÷ reading the tokens of the same JSON.</summary>
    internal static RatioTarget T4 { get; } = new(2.5, 1.7, 1.0, IsMost: true);

    /// <summary>Managed bytes allocated per event.</summary>
    internal static RatioTarget T5 { get; } = new(8, 0, 0, IsMost: true, "B");

    /// <summary>Cache bytes per customer ÷ plain object graph.</summary>
    internal static RatioTarget T7 { get; } = new(0.4, 0.25, 0.2, IsMost: true);

    /// <summary>Stall of the hot path while 10,000 rules are published.</summary>
    internal static RatioTarget T12 { get; } = new(100, 10, 0, IsMost: true, "ms");

    /// <summary>Events per CPU-second ÷ those of a loop written by hand.</summary>
    internal static RatioTarget T13 { get; } = new(0.7, 1.2, 2, IsMost: false);

    /// <summary>How far <paramref name="ratio"/> comes: <c>moonshot</c>, <c>goal</c>, <c>first</c>, or <c>not yet</c>.</summary>
    internal string Mark(double ratio) =>
        Reaches(ratio, Moonshot) ? "moonshot"
        : Reaches(ratio, Goal) ? "goal"
        : Reaches(ratio, First) ? "first"
        : "not yet";

    private bool Reaches(double ratio, double step) => IsMost ? ratio <= step : ratio >= step;
}
