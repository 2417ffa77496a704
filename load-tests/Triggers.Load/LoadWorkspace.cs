using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;

namespace Triggers.Load;

/// <summary>What all workspaces of the load share: eight event types with every field declared, one channel, one offer.</summary>
internal static class LoadWorkspace
{
    /// <summary>The source topic all events come from.</summary>
    internal const string Topic = "load";

    private const string Fields =
        "{ channel: string, country: string, product: string, category: int, brand: int, amount: money, quantity: int, campaign: int, " +
        "sentiment: double, device: string, page: string }";

    private static readonly KeyValuePair<string, string>[] Shared =
    [
        new("workspace.yaml", "name: load\nzone: Etc/UTC\ncurrency: EUR\nlocale: en\n"),
        new("events.yaml", $$"""
            events:
              view: { from: load, fields: {{Fields}} }
              click: { from: load, fields: {{Fields}} }
              add_to_cart: { from: load, fields: {{Fields}} }
              remove_from_cart: { from: load, fields: {{Fields}} }
              order: { from: load, fields: {{Fields}} }
              social_post: { from: load, fields: {{Fields}} }
              email_open: { from: load, fields: {{Fields}} }
              review: { from: load, fields: {{Fields}} }
            mapping:
              load:
                format: json
                id: id
                type: type
                time: time
                customer: { customer: customer }
            """),
        new("channels.yaml", "channels:\n  push:\n    address: customer.id\n"),
        new("offers/cart.yaml", "offer: cart\nlabel: What is in the cart\n"),
    ];

    /// <summary>The shared files and these triggers, each <c>triggers/NAME.yaml</c> with its text.</summary>
    internal static WorkspaceFiles With(IEnumerable<KeyValuePair<string, string>> triggers) =>
        new(new SortedDictionary<string, string>(Shared.Concat(triggers).ToDictionary(), StringComparer.Ordinal));

    /// <summary>The plan of a workspace of the load.</summary>
    /// <exception cref="InvalidOperationException">This version does not take it; the message holds what <c>check</c> says first.</exception>
    internal static WorkspacePlan Compile(WorkspaceFiles files)
    {
        var diagnostics = new DiagnosticBag();
        return WorkspaceCompiler.Compile(files, diagnostics) ??
            throw new InvalidOperationException($"The rules of the load have a mistake:\n{DiagnosticText.Write([diagnostics.Sorted()[0]], DiagnosticFormat.Text)}");
    }
}
