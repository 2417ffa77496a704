namespace Triggers.Language.Plan.Messaging;

/// <summary>What an offer says, by channel and locale. Immutable.</summary>
/// <param name="Channels">Channel → its locales, each once.</param>
public sealed record ContentPlan(IReadOnlyDictionary<string, IReadOnlyList<LocalContentPlan>> Channels)
{
    /// <summary>Nothing.</summary>
    public static ContentPlan None { get; } = new(new Dictionary<string, IReadOnlyList<LocalContentPlan>>());

    /// <summary>
    /// The content in the first of these that there is: the customer's locale, its language, any region of its language, then the same of the workspace's locale. Null
    /// when the channel has none of them.
    /// </summary>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="wanted">The customer's locale; null when not known.</param>
    /// <param name="otherwise">The workspace's.</param>
    public LocalContentPlan? Find(string channel, string? wanted, string otherwise) =>
        Channels.TryGetValue(channel, out var locales) ? (wanted is null ? null : Find(locales, wanted)) ?? Find(locales, otherwise) : null;

    private static LocalContentPlan? Find(IReadOnlyList<LocalContentPlan> locales, string wanted)
    {
        var language = wanted.Split('-')[0];
        return locales.FirstOrDefault(l => l.Locale == wanted)
            ?? locales.FirstOrDefault(l => l.Locale == language)
            ?? locales.FirstOrDefault(l => l.Locale.Split('-')[0] == language);
    }
}
