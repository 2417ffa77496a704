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
    /// <summary>In the order of the help.</summary>
    private static readonly NamedCommand[] Commands =
    [
        new("demo", DemoCommand.Create),
        new("new", NewCommand.Create),
        new("check", CheckCommand.Create),
        new("test", TestCommand.Create),
        new("explain-rule", ExplainRuleCommand.Create),
        new("fmt", FmtCommand.Create),
        new("schema", SchemaCommand.Create),
        new("run", RunCommand.Create),
        new("customer", CustomerCommand.Create),
        new("explain", ExplainCommand.Create),
        new("serve", ServeCommand.Create),
        new("publish", PublishCommand.Create),
        new("topics", TopicsCommand.Create),
        new("log", LogCommand.Create),
        new("eval", EvalCommand.Create),
    ];

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
        var words = args.Count == 0 ? ["--help"] : args;
        var parsed = Root(words[0], terminal).Parse(words);
        var misunderstanding = parsed.Action is ParseErrorAction ? Misunderstanding.Of(parsed) : Misunderstanding.Empty(parsed);
        if (misunderstanding is not null)
        {
            terminal.Complain(misunderstanding.Problem, misunderstanding.Remedy);
            return ExitCode.Refused;
        }

        return parsed.Invoke(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    /// <summary>
    /// Not a <see cref="RootCommand"/>, which would call itself after the file it was started from. Has the command that <paramref name="first"/> names, or all: whoever runs one need not
    /// wait for the others.
    /// </summary>
    private static Command Root(string first, Terminal terminal)
    {
        var root = new Command("triggers", "Marketing triggers: from clicks, orders and posts to the right message at the right moment.") { new HelpOption(), new VersionOption() };
        var isNamed = Array.Exists(Commands, command => command.Name == first);
        foreach (var (name, create) in Commands)
        {
            if (!isNamed || name == first)
            {
                root.Add(create(terminal));
            }
        }

        return root;
    }

    /// <summary>A command by its name.</summary>
    /// <param name="Name">The first word of a command line.</param>
    /// <param name="Create">Makes it.</param>
    private sealed record NamedCommand(string Name, Func<Terminal, Command> Create);
}
