namespace Triggers.Load;

/// <summary>CPU time of the whole process, garbage collection and compilation included: the one clock of figures that are compared, for other processes on the machine do not enter it.</summary>
internal static class ProcessorTime
{
    /// <summary>CPU seconds that <paramref name="work"/> costs.</summary>
    internal static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
