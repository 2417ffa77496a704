using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>What the triggers of a workspace send, as far as policies and channels name it.</summary>
internal sealed class SentThings
{
    private readonly Dictionary<string, IReadOnlyList<string>> _offers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _purposes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>The purposes of all messages.</summary>
    public IReadOnlyCollection<string> Purposes => _purposes;

    /// <summary>The tags of all messages.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>Names of the offers that a trigger sends.</summary>
    public IReadOnlyList<string> OffersOf(string trigger) => _offers.GetValueOrDefault(trigger, []);

    /// <summary>Takes in what a trigger sends.</summary>
    public void Add(YamlMapping trigger)
    {
        if (trigger.Mapping("send") is not { } send)
        {
            return;
        }

        if (send.Text("purpose") is { } purpose)
        {
            _purposes.Add(purpose);
        }

        _tags.UnionWith((send.Sequence("tags")?.Items ?? []).OfType<YamlScalar>().Select(t => t.Value));
        if (trigger.Text("trigger") is { } name)
        {
            _offers[name] = [.. OfferNames(send).Select(o => o.Value)];
        }
    }

    /// <summary>The offers under <c>send:</c>, one or a list.</summary>
    public static IEnumerable<YamlScalar> OfferNames(YamlMapping send) =>
        send.Sequence("offer")?.Items.OfType<YamlScalar>() ?? (send.Scalar("offer") is { } single ? [single] : []);
}
