using System.CommandLine;
using Triggers.Language.Text;

namespace Triggers.Cli.Commands;

/// <summary>Options that take one of a few words.</summary>
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
}
