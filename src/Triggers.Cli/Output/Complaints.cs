using System.Reflection;

namespace Triggers.Cli.Output;

/// <summary>Errors as people read them: what happened, and what to do. Never a stack trace.</summary>
public static class Complaints
{
    private const string Lead = "error: ";
    private const string Indent = "  ";

    /// <summary>One error with its remedy; further lines of either stand under the first.</summary>
    public static void Complain(this Terminal terminal, string message, string remedy)
    {
        terminal.Error.Write($"{Lead}{Under(message, new(' ', Lead.Length))}\n");
        if (remedy.Length > 0)
        {
            terminal.Error.Write($"{Indent}{Under(remedy, Indent)}\n");
        }
    }

    /// <summary>A defect of this program: which, where, and how to report it.</summary>
    public static void Apologise(this Terminal terminal, Exception defect)
    {
        var version = typeof(Complaints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var place = defect.TargetSite is { } site ? $"{site.DeclaringType?.FullName}.{site.Name}" : "an unknown place";
        terminal.Complain(
            $"Triggers {version} has a defect and had to stop: {defect.GetType().Name} in {place}: {defect.Message}",
            "Sorry. Please report these two lines with the command you ran; nothing of your files was changed but the folder of --out.");
    }

    private static string Under(string lines, string indent) => lines.ReplaceLineEndings("\n" + indent);
}
