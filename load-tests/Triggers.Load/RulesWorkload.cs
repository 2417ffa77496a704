using System.Globalization;
using System.Text;
using Triggers.Language.Workspaces;

namespace Triggers.Load;

/// <summary>
/// The workload <c>rules-N</c> in the product's own language: rule i fires when a customer has had three events of its type, category and least amount within an hour, and
/// then not again for an hour. Early rules look at frequent categories.
/// </summary>
internal static class RulesWorkload
{
    /// <summary>What the names of the triggers begin with; the rule's number follows.</summary>
    internal const string NamePrefix = "rule-";

    private const int Categories = 200;
    private const int RulesPerFile = 1_000;

    private static readonly string[] Types = ["view", "click", "add_to_cart", "remove_from_cart", "order", "social_post", "email_open", "review"];
    private static readonly int[] Amounts = [120, 160, 200, 240, 280, 320, 360, 400, 420, 440, 450, 460, 470, 480, 485, 490];

    /// <summary>The event type that rule <paramref name="i"/> (from 0) looks at.</summary>
    internal static string TypeOf(int i) => Types[i % Types.Length];

    /// <summary>The category that rule <paramref name="i"/> looks at, 0..199.</summary>
    internal static int CategoryOf(int i) => i / Types.Length % Categories;

    /// <summary>The amount, in whole currency units, that an event of rule <paramref name="i"/> exceeds.</summary>
    internal static int AmountOf(int i) => Amounts[(i + (i / (Types.Length * Categories))) % Amounts.Length];

    /// <summary>The workspace of the first <paramref name="count"/> rules, at least 1.</summary>
    internal static WorkspaceFiles Files(int count) => LoadWorkspace.With(Lists(count, (text, i) => text.Append(CultureInfo.InvariantCulture, $$"""
        - trigger: {{NamePrefix}}{{i}}
          label: Rule number {{i}}
          when:
            start: {{TypeOf(i)}}
            where: event.category == {{CategoryOf(i)}} && event.amount > {{AmountOf(i)}}
            times: { at_least: 3, in: 1h }
          again: { after: 1h, from: message }
          send: { purpose: offer, priority: 50, offer: cart, channels: [push] }

        """)));

    /// <summary>Files of triggers, a thousand to a list, each written by <paramref name="write"/> from its number.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Lists(int count, Action<StringBuilder, int> write)
    {
        for (var first = 0; first < count; first += RulesPerFile)
        {
            var text = new StringBuilder();
            for (var i = first; i < Math.Min(count, first + RulesPerFile); i++)
            {
                write(text, i);
            }

            yield return new(string.Create(CultureInfo.InvariantCulture, $"triggers/from-{first}.yaml"), text.ToString());
        }
    }
}
