namespace Triggers.Load.Table;

/// <summary>A row as it is printed for programs.</summary>
/// <param name="Id">Number of the target, with the workload behind it where there are several.</param>
/// <param name="Ratio">The figure; for T13 our own events per CPU-second.</param>
/// <param name="First">What the first version reaches.</param>
/// <param name="Goal">What it should reach.</param>
/// <param name="Moonshot">What would be remarkable.</param>
/// <param name="Mark">How far the figure comes: <c>moonshot</c>, <c>goal</c>, <c>first</c> or <c>not yet</c>.</param>
internal sealed record TableRow(string Id, double Ratio, double First, double Goal, double Moonshot, string Mark)
{
    /// <summary>The row of what was measured.</summary>
    internal static TableRow Of(IRatio row, RatioResult result) => new(
        row.Id, result.EventsPerCpuSecond ?? result.Ratio, row.Target.First, row.Target.Goal, row.Target.Moonshot, row.Target.Mark(result.Ratio));
}
