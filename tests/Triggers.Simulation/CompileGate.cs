using Triggers.Language.Plan;
using Triggers.Runtime.Rulesets;

namespace Triggers.Simulation;

/// <summary>Compiles when it is told to: open at first.</summary>
internal sealed class CompileGate
{
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    internal CompileGate()
    {
        _open.SetResult();
        Plans = new(RunAsync);
    }

    internal PlanCompiler Plans { get; }

    /// <summary>Bundles that came while it was closed.</summary>
    internal int Waiting => Volatile.Read(ref _waiting);

    internal void Close() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Open() => _open.SetResult();

    private async Task<WorkspacePlan> RunAsync(Func<WorkspacePlan> compile)
    {
        var open = _open.Task;
        if (!open.IsCompleted)
        {
            Interlocked.Increment(ref _waiting);
        }

        await open;
        return compile();
    }
}
