using System.Globalization;
using Triggers.Language.Workspaces;

namespace Triggers.Load;

/// <summary>The events of the load with any number of triggers, each like what a marketer writes: key, condition, end, wait, check before sending.</summary>
internal static class ManyTriggers
{
    /// <summary>The workspace.</summary>
    internal static WorkspaceFiles Files(int triggers)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in CartRules.Files.Files.Where(f => !f.Key.StartsWith("triggers/", StringComparison.Ordinal)))
        {
            files.Add(path, text);
        }

        for (var i = 0; i < triggers; i++)
        {
            files.Add(string.Create(CultureInfo.InvariantCulture, $"triggers/rule-{i}.yaml"), Trigger(i));
        }

        return new(files);
    }

    private static string Trigger(int i) => string.Create(CultureInfo.InvariantCulture, $$"""
        trigger: rule-{{i}}
        label: Rule number {{i}}
        when:
          start: add_to_cart
          key: event.product
          where: event.category == {{i % 200}} && event.amount > {{100 + (i % 390)}} && event.country in ["DE", "FR", "C{{i}}"]
          repeat: restart
          until: [order, { event: remove_from_cart, key: event.product }]
          wait: {{1 + (i % 90)}}m
        if: event.quantity < {{2 + (i % 4)}}
        send:
          purpose: offer
          priority: {{i % 100}}
          offer: cart
          channels: [push]

        """);
}
