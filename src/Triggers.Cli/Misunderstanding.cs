using System.CommandLine;
using System.CommandLine.Parsing;
using Triggers.Language.Text;

namespace Triggers.Cli;

/// <summary>What is wrong with a command as typed, and what to do: said in our words instead of the parser's.</summary>
/// <param name="Problem">One sentence.</param>
/// <param name="Remedy">One sentence.</param>
internal sealed record Misunderstanding(string Problem, string Remedy)
{
    /// <summary>Why the parser refused.</summary>
    public static Misunderstanding Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var words = Words(parsed.CommandResult);
        if (command.Subcommands.Count > 0)
        {
            return NoCommand(command, words, parsed.UnmatchedTokens);
        }

        return new(Missing(parsed, command) ?? NoValue(parsed) ?? NoNumber(parsed) ?? Refused(parsed) ?? TooMuch(parsed, command) ?? parsed.Errors[0].Message, $"Run: {words} --help");
    }

    /// <summary>An argument or option that was given as an empty word, as a shell does with a variable that is not set; null when there is none.</summary>
    public static Misunderstanding? Empty(ParseResult parsed) =>
        parsed.CommandResult.Children.FirstOrDefault(given => given.Tokens.Any(token => token.Value.Length == 0)) is { } empty
            ? new($"{NameOf(empty)} is empty.", "Give it a value; a variable of the shell that is not set becomes an empty word.")
            : null;

    private static Misunderstanding NoCommand(Command parent, string words, IReadOnlyList<string> unmatched)
    {
        string[] known = [.. parent.Subcommands.Select(c => c.Name)];
        var before = parent.Parents.Any() ? $"{parent.Name} " : "";
        return unmatched is [{ } word, ..]
            ? new($"There is no command `{before}{word}`.", NearestName.Remedy(word, known, $"Run: {words} --help"))
            : new($"`{words}` is not a whole command.", $"Run: {words} {string.Join(" or ", known)}");
    }

    private static string? Missing(ParseResult parsed, Command command) =>
        command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is not { Tokens.Count: > 0 }) is { } missing
            ? $"{missing.Name} is missing."
            : command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is not { Implicit: false }) is { } option ? $"{option.Name} is missing." : null;

    private static string? TooMuch(ParseResult parsed, Command command) => parsed.UnmatchedTokens switch
    {
        [['-', ..] option, ..] => $"There is no option `{option}`.",
        [{ } word, ..] when parsed.Errors.Any(e => e.Message.Contains($"'{word}'", StringComparison.Ordinal)) => $"`{command.Name}` does not know what to do with `{word}`.",
        _ => null,
    };

    private static string? NoValue(ParseResult parsed) =>
        parsed.Errors.Select(e => e.SymbolResult).OfType<OptionResult>().FirstOrDefault(o => o.Tokens.Count < o.Option.Arity.MinimumNumberOfValues && !o.Implicit) is { } option
            ? $"{option.Option.Name} needs a value."
            : null;

    /// <summary>All options that are not texts are whole numbers.</summary>
    private static string? NoNumber(ParseResult parsed)
    {
        var options = parsed.Errors.Select(e => e.SymbolResult).OfType<OptionResult>();
        return options.FirstOrDefault(o => o.Option.ValueType == typeof(int?) || o.Option.ValueType == typeof(long?)) is { Tokens: [{ } token, ..] } number
            ? $"{number.Option.Name} cannot be `{token.Value}`: it is a whole number."
            : null;
    }

    /// <summary>What a command's own check says of a value.</summary>
    private static string? Refused(ParseResult parsed) =>
        parsed.Errors.FirstOrDefault(e => e.SymbolResult is OptionResult or ArgumentResult && !e.Message.StartsWith("Unrecognized", StringComparison.Ordinal))?.Message;

    private static string NameOf(SymbolResult given) => given switch
    {
        OptionResult option => option.Option.Name,
        ArgumentResult argument => argument.Argument.Name,
        _ => "A word",
    };

    /// <summary>The words that lead to a command: <c>triggers log dump</c>.</summary>
    private static string Words(CommandResult command) => command.Parent is CommandResult parent ? $"{Words(parent)} {command.Command.Name}" : command.Command.Name;
}
