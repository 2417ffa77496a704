using NodaTime;
using Triggers.Engine.Decisions.Gates.Variants;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Can it be said? Chooses the customer's variant and writes the content in their language.
/// <para><b>Passes when</b> all parts are written, or the offer has no content. <b>Refuses when</b> a value is missing that has no default, or a text is too long.</para>
/// </summary>
internal sealed class ContentGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "content";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        if (judgement.Offer is not { } offer || judgement.Channel is not { } channel)
        {
            return true;
        }

        judgement.Variant = offer.Variants.Count == 0 ? null : VariantChoice.Of(offer, candidate.State.Customer);
        if (offer.Content.Channels.Count == 0 && judgement.Variant is not { Content.Channels.Count: > 0 })
        {
            return true;
        }

        var content = offer.ContentOf(judgement.Variant, channel.Name, facts.Locale(), facts.Messaging.Locale);
        if (content is null)
        {
            return judgement.Refuse(Name, $"The offer {offer.Name} has no content for {channel.Name} in {facts.Messaging.Locale}.", channel: channel.Name);
        }

        if (judgement.Code is { } code)
        {
            facts.Frame.ShowCode(offer.Pool![code]);
        }

        var zone = facts.Zone() ?? DateTimeZone.Utc;
        var parts = new KeyValuePair<string, string>[content.Parts.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, template) = content.Parts[i];
            var written = facts.Frame.Render(template, zone);
            if (written.Text is not { } text)
            {
                return judgement.Refuse(Name, $"The `{name}` of {offer.Name} could not be written: {written.Refusal}", name, content.Locale, channel.Name);
            }

            parts[i] = new(name, text);
        }

        (judgement.Content, judgement.Locale) = (parts, content.Locale);
        return true;
    }
}
