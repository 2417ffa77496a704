using Triggers.Files.Workspaces;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Language.Workspaces.RuleTests;

namespace Triggers.Cli.Output;

/// <summary>A workspace as the commands use it: read from its folder, checked, its mistakes with paths that an editor opens.</summary>
/// <param name="Files">Its text.</param>
/// <param name="Plan">The checked plan; null when there are errors.</param>
/// <param name="Tests">Its rule tests, in the order of files and lines; none when there are errors.</param>
/// <param name="Diagnostics">All mistakes, in the order of files and lines.</param>
public sealed record WorkspaceReading(WorkspaceFiles Files, WorkspacePlan? Plan, IReadOnlyList<RuleTest> Tests, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Reads and checks.</summary>
    /// <exception cref="Runtime.Ports.OutsideFault">The folder cannot be read.</exception>
    public static WorkspaceReading Of(string folder)
    {
        var files = WorkspaceDirectory.Read(folder);
        var bag = new DiagnosticBag();
        var compiled = WorkspaceCompiler.CompileWithTests(files, bag);
        return new(files, compiled?.Plan, compiled?.Tests ?? [], [.. bag.Sorted().Select(d => d with { Span = d.Span with { Source = At(folder, d.Span.Source) } })]);
    }

    /// <summary>The plan, or null after the mistakes were written to the error stream: what every command but <c>check</c> does.</summary>
    public static WorkspaceReading? Usable(string folder, Terminal terminal)
    {
        var reading = Of(folder);
        if (reading.Plan is not null)
        {
            return reading;
        }

        var errors = reading.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        terminal.Error.Write(DiagnosticText.Write(errors, DiagnosticFormat.Text));
        terminal.Complain($"The workspace {folder} has {DiagnosticText.Count(errors)}, so nothing was run.", "");
        return null;
    }

    private static SourceText At(string folder, SourceText source) => new(Path.Combine(folder, source.Name).Replace('\\', '/'), source.Content);
}
