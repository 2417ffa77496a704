using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Triggers.Cli.Commands;
using Triggers.Cli.Output;
using Triggers.Runtime.Ports;

namespace Triggers.Cli;

/// <summary>The command line <c>triggers</c>: all commands, and the one place where anything that goes wrong becomes words and an exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs one command; returns its <see cref="ExitCode"/> and never throws.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            return Invoke(args, terminal);
        }
        catch (OutsideFault fault)
        {
            terminal.Complain(fault.Message, fault.Remedy);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception defect)
        {
            terminal.Apologise(defect);
            return ExitCode.Defect;
        }
    }

    private static int Invoke(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = Root(terminal);
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : args);
        var misunderstanding = parsed.Action is ParseErrorAction ? Misunderstanding.Of(parsed) : Misunderstanding.Empty(parsed);
        if (misunderstanding is not null)
        {
            terminal.Complain(misunderstanding.Problem, misunderstanding.Remedy);
            return ExitCode.Refused;
        }

        return parsed.Invoke(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>Not a <see cref="RootCommand"/>, which would call itself after the file it was started from.</summary>
    private static Command Root(Terminal terminal) => new("triggers", "Marketing triggers: from clicks, orders and posts to the right message at the right moment.")
    {
        new HelpOption(),
        new VersionOption(),
        DemoCommand.Create(terminal),
        NewCommand.Create(terminal),
        CheckCommand.Create(terminal),
        TestCommand.Create(terminal),
        ExplainRuleCommand.Create(terminal),
        FmtCommand.Create(terminal),
        SchemaCommand.Create(terminal),
        RunCommand.Create(terminal),
        CustomerCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        ServeCommand.Create(terminal),
        PublishCommand.Create(terminal),
        TopicsCommand.Create(terminal),
        LogCommand.Create(terminal),
        EvalCommand.Create(terminal),
    };
}
