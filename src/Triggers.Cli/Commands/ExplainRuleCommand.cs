using System.CommandLine;
using Triggers.Cli.Output;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers explain-rule WORKSPACE [TRIGGER]</c>: what a trigger does, in plain English.</summary>
public static class ExplainRuleCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceArgument.Required();
        var trigger = new Argument<string?>("TRIGGER") { Description = "Name of the trigger; left out: all.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain-rule", "Say in plain English what a trigger does.") { workspace, trigger };
        command.SetAction(parsed => Explain(parsed.GetRequiredValue(workspace), parsed.GetValue(trigger), terminal));
        return command;
    }

    private static int Explain(string folder, string? trigger, Terminal terminal)
    {
        if (WorkspaceReading.Usable(folder, terminal)?.Plan is not { } plan)
        {
            return ExitCode.Refused;
        }

        terminal.Out.Write(string.Join("\n", Chosen(plan, trigger).Select(chosen => PlainEnglish.Explain(chosen, plan).TrimEnd('\n') + "\n")));
        return ExitCode.Done;
    }

    private static List<TriggerPlan> Chosen(WorkspacePlan plan, string? name)
    {
        var chosen = plan.Triggers.Where(trigger => name is null || trigger.Name == name).ToList();
        return chosen.Count > 0 || name is null
            ? chosen
            : throw new OutsideFault($"There is no trigger `{name}`.", NearestName.Remedy(name, [.. plan.Triggers.Select(trigger => trigger.Name)], ""));
    }
}
