using Triggers.Language.Plan;
using Triggers.Language.Text;

namespace Triggers.Language.Workspaces;

/// <summary>Workspace text → checked plan. Pure: no files, no clock.</summary>
public static class WorkspaceCompiler
{
    /// <summary>Checks all files in one go; the plan is null when there is an error. All diagnostics are reported, warnings too.</summary>
    public static WorkspacePlan? Compile(WorkspaceFiles files, DiagnosticBag diagnostics) => throw new NotImplementedException();

    /// <summary>The version of a workspace: a hash over paths and contents, 16 hexadecimal digits.</summary>
    public static string VersionOf(WorkspaceFiles files) => throw new NotImplementedException();
}
