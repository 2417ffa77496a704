using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Rulesets;

/// <summary>
/// Bundles → plans, beside the threads that fold: ten thousand triggers take most of a second. A plan that somebody holds is not compiled again, whoever asks. Thread-safe; one
/// serves a process.
/// </summary>
public sealed class PlanCompiler
{
    private readonly SharedWork<WorkspacePlan> _plans = new();
    private readonly Func<Func<WorkspacePlan>, Task<WorkspacePlan>> _run;

    /// <summary>Compiles on pool threads.</summary>
    public PlanCompiler()
        : this(static compile => Task.Run(compile))
    {
    }

    /// <summary>Compiles where <paramref name="run"/> says, and when.</summary>
    public PlanCompiler(Func<Func<WorkspacePlan>, Task<WorkspacePlan>> run) => _run = run;

    /// <summary>The plan of a bundle with this hash. Fails as <see cref="Compile"/> does.</summary>
    public Task<WorkspacePlan> CompileAsync(string hash, ReadOnlyMemory<byte> bundle) => _plans.Begin(hash, () => _run(() => Compile(bundle)));

    /// <summary>The plan of a bundle, on this thread.</summary>
    /// <exception cref="OutsideFault">This build cannot read it: written by a newer one, or damaged.</exception>
    public static WorkspacePlan Compile(ReadOnlyMemory<byte> bundle)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            return WorkspaceCompiler.Compile(WorkspaceBundle.Unpack(bundle), diagnostics)
                ?? throw Unreadable(diagnostics.Sorted()[0].Message);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable(e.Message);
        }
    }

    private static OutsideFault Unreadable(string why) => new(
        $"A rules record of the log cannot be used by this version of Triggers: {why}", "Run the version that published it, or a newer one.");
}
