using System.CommandLine;

namespace Triggers.Cli.Commands;

/// <summary>The argument WORKSPACE of most commands.</summary>
public static class WorkspaceArgument
{
    /// <summary>A folder that must be given.</summary>
    public static Argument<string> Required() => Guarded(new Argument<string>("WORKSPACE") { Description = "Folder of the workspace: the one that holds workspace.yaml." });

    /// <summary>A folder that is to be made.</summary>
    public static Argument<string> New() => Guarded(new Argument<string>("WORKSPACE") { Description = "Folder to write: new, or empty." });

    /// <summary>A folder that may be left out.</summary>
    public static Argument<string?> Optional(string description) =>
        Guarded(new Argument<string?>("WORKSPACE") { Description = description, Arity = ArgumentArity.ZeroOrOne });

    /// <summary>What begins with a dash is a misspelled option, not a folder.</summary>
    private static Argument<T> Guarded<T>(Argument<T> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] option }, ..])
            {
                result.AddError($"There is no option `{option}`.");
            }
        });
        return argument;
    }
}
