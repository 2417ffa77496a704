using System.CommandLine;
using System.Text.Json;
using Triggers.Cli.Output;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers eval EXPR</c>: tries one expression; with <c>--jsonl</c> as many as there are lines on the standard input.</summary>
public static class EvalCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var expression = new Argument<string?>("EXPR")
        {
            Description = "The expression, for instance: 'size(items) > 2'",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var variables = new Option<string?>("--vars") { Description = "The variables as a JSON object, for instance: '{\"items\": [1, 2, 3]}'" };
        var lines = new Option<bool>("--jsonl")
        {
            Description = "Read {\"expr\", \"vars\"} a line and answer {\"result\", \"type\"}, {\"check\": error} or {\"eval\": error} a line.",
        };
        var command = new Command("eval", "Evaluate an expression and show its value and its type.") { expression, variables, lines };
        command.Validators.Add(given =>
        {
            if (given.GetValue(lines) == (given.GetValue(expression) is not null))
            {
                given.AddError("Give either an expression or --jsonl.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(lines)
            ? EvaluateLines(terminal)
            : EvaluateOne(parsed.GetValue(expression)!, parsed.GetValue(variables), terminal));
        return command;
    }

    private static int EvaluateLines(Terminal terminal)
    {
        var input = terminal.In();
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                terminal.Out.Write(ExpressionConsole.EvaluateLine(line) + "\n");
            }
        }

        return ExitCode.Done;
    }

    private static int EvaluateOne(string expression, string? variables, Terminal terminal)
    {
        JsonDocument? given = null;
        try
        {
            given = variables is null ? null : JsonDocument.Parse(variables);
        }
        catch (JsonException malformed)
        {
            terminal.Complain($"The variables are not JSON: {malformed.Message}", "Write for instance: --vars '{\"items\": [1, 2, 3]}'");
            return ExitCode.Refused;
        }

        using (given)
        {
            return Show(ExpressionConsole.Evaluate(new SourceText("expression", expression), given?.RootElement), terminal);
        }
    }

    private static int Show(ExpressionOutcome outcome, Terminal terminal)
    {
        if (outcome.Diagnostics.Count > 0)
        {
            terminal.Error.Write(DiagnosticText.Write(outcome.Diagnostics, DiagnosticFormat.Text));
            return ExitCode.Refused;
        }

        if (outcome.Value.IsError)
        {
            terminal.Complain($"The expression has no value: {outcome.Value.AsError.Message}.", "");
            return ExitCode.Refused;
        }

        terminal.Out.Write($"{Written(outcome.Value)}\n{outcome.Type}\n");
        return ExitCode.Done;
    }

    /// <summary>The value for people; one that holds very many values is not written out.</summary>
    private static string Written(Value value)
    {
        using var writer = new Utf8JsonWriter(Stream.Null);
        return ExpressionJson.Write(writer, value) ? value.ToString() : $"a value that holds more than {ExpressionJson.MostValues} values";
    }
}
