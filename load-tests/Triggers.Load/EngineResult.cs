namespace Triggers.Load;

/// <summary>What one run over the load gave.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Events">Events folded.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Sha256">Hash over the sorted outputs.</param>
/// <param name="Seconds">Elapsed.</param>
/// <param name="CpuSeconds">CPU time of the whole process, without warm-up, compiling rules and generating events.</param>
/// <param name="EventsPerCpuSecond">The figure that is compared.</param>
internal sealed record EngineResult(string Workload, int Events, int Outputs, string Sha256, double Seconds, double CpuSeconds, double EventsPerCpuSecond);
