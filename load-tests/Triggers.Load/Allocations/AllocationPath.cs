namespace Triggers.Load.Allocations;

/// <summary>A way that events take through the product, whose allocations have a budget.</summary>
/// <param name="Name">As in the file of budgets.</param>
/// <param name="Walk">Takes the events from the first number up to, without, the second along the way; made anew for each measurement.</param>
internal sealed record AllocationPath(string Name, Func<Action<int, int>> Walk)
{
    /// <summary>Events before anything is measured: customers are known, tables have their size.</summary>
    internal const int WarmUp = 20_000;

    /// <summary>Events measured: as many as a file run takes before it stores what has changed.</summary>
    internal const int Measured = 20_000;

    /// <summary>Managed bytes that this thread allocates per event, rounded to whole bytes. The same in every run of the same build.</summary>
    internal double BytesPerEvent()
    {
        var walk = Walk();
        walk(0, WarmUp);
        var before = GC.GetAllocatedBytesForCurrentThread();
        walk(WarmUp, WarmUp + Measured);
        return Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Measured);
    }
}
