using System.CommandLine;
using Triggers.Language.Text;

namespace Triggers.Cli.Commands;

/// <summary>What options take: one of a few words, or files.</summary>
public static class OptionChoices
{
    /// <summary>Refuses every other word, and offers these to the shell's completion.</summary>
    public static void OneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !words.Contains(t.Value)))
            {
                result.AddError($"{option.Name} cannot be `{token.Value}`: it is {NearestName.OneOf(words)}.");
            }
        });
    }

    /// <summary>What begins with a dash is a misspelled option, not one more file.</summary>
    public static void NoDashes(this Option<string[]> files) => files.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
        {
            result.AddError($"There is no option `{token.Value}`.");
        }
    });
}
