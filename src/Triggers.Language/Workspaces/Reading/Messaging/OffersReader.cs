using System.Globalization;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>offers/*.yaml</c> → the offers.</summary>
internal sealed class OffersReader(
    WorkspaceSettings settings,
    Variable customer,
    IReadOnlyDictionary<string, ChannelPlan?> channels,
    Conditions conditions,
    DiagnosticBag diagnostics)
{
    private readonly string[] _channels = [.. channels.Keys];

    /// <summary>Name and label of each offer; everything else in them is checked.</summary>
    public IReadOnlyDictionary<string, string> Read(IEnumerable<YamlMapping> offers)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new UniqueNames("offer", diagnostics);
        foreach (var offer in offers)
        {
            if (offer.Scalar("offer") is { } name && names.Add(name))
            {
                labels[name.Value] = offer.Text("label") ?? "";
            }

            Check(offer);
        }

        return labels;
    }

    private void Check(YamlMapping offer)
    {
        conditions.Condition(offer.Scalar("eligible"), [customer]);
        conditions.OneOf(offer.Scalar("score"), [customer], DataType.Int, DataType.Double, DataType.Money);
        Days(offer.Mapping("valid"));
        Money(offer.Mapping("budget")?.Scalar("amount"));
        Money(offer.Mapping("budget")?.Scalar("each"));
        Content(offer.Mapping("content"));
        foreach (var variant in offer.Mapping("variants")?.Entries ?? [])
        {
            Content((variant.Value as YamlMapping)?.Mapping("content"));
        }
    }

    private void Days(YamlMapping? valid)
    {
        if (valid?.Scalar("to") is { } to && Day(valid.Text("from")) > Day(to.Value))
        {
            diagnostics.DaysReversed(to);
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Money(YamlScalar? text)
    {
        if (text is not null && AmountText.TryParse(text.Value, out var amount) && amount.Currency != settings.Currency)
        {
            diagnostics.OtherCurrency(text, amount.Currency, settings.Currency);
        }
    }

    private void Content(YamlMapping? content)
    {
        foreach (var channel in content?.Entries ?? [])
        {
            if (!channels.ContainsKey(channel.Name))
            {
                diagnostics.UnknownChannel(channel.Key, _channels);
            }
        }
    }
}
