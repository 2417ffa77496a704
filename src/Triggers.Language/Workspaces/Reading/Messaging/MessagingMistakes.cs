using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Shapes;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>Content, channels and policies that make no sense: one method a mistake. Codes TR0821 to TR0849.</summary>
internal static class MessagingMistakes
{
    public static void NoContentForChannel(this DiagnosticBag diagnostics, YamlScalar channel, string offer, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0821", channel.Span,
            $"The offer `{offer}` has no content for the channel `{channel.Value}`, only for {NearestName.OneOf(known)}.",
            "Write it there, or leave the channel out here.");

    public static void NoContentInLocale(this DiagnosticBag diagnostics, YamlScalar channel, string locale) =>
        diagnostics.Error(
            "TR0822", channel.Span,
            $"The content for `{channel.Value}` is not there in the workspace's locale, {locale}.",
            $"Add `{locale}:`, which everybody gets whose language is not known or has no content.");

    public static void PartMissing(this DiagnosticBag diagnostics, YamlScalar locale, string part, string other) =>
        diagnostics.Error(
            "TR0823", locale.Span,
            $"The content in `{locale.Value}` has no `{part}`; in `{other}` it has.",
            $"Add `{part}:` here, or remove it there: all languages of a channel have the same parts.");

    public static void EmptyContent(this DiagnosticBag diagnostics, YamlScalar channel) =>
        diagnostics.Error("TR0824", channel.Span, $"There is no content under `{channel.Value}`.", "Write it as locale, part and text: `en: { title: …, body: … }`.");

    public static void LimitOfNothing(this DiagnosticBag diagnostics, YamlScalar part, IReadOnlyCollection<string> known) =>
        diagnostics.Error(
            "TR0825", part.Span,
            $"No content for this channel has the part `{ShapeMistakes.Short(part.Value)}`.",
            NearestName.Remedy(part.Value, known, "Remove it."));

    public static void NobodyGetsAVariant(this DiagnosticBag diagnostics, YamlScalar variants) =>
        diagnostics.Error("TR0826", variants.Span, "All variants have the weight 0: nobody would get one.", "Give at least one of them a weight of 1 or more.");

    public static void CodeTwice(this DiagnosticBag diagnostics, YamlScalar code) =>
        diagnostics.Error("TR0831", code.Span, $"The code `{ShapeMistakes.Short(code.Value)}` is there twice, in this pool or another.", "Remove it here: a code is given out once.");

    public static void QuietHoursOfNothing(this DiagnosticBag diagnostics, YamlScalar to) =>
        diagnostics.Error("TR0832", to.Span, $"These quiet hours end when they begin, at {to.Value}.", "Correct one of the two times, or remove the quiet hours.");

    public static void TwiceInList(this DiagnosticBag diagnostics, YamlScalar name) =>
        diagnostics.Error("TR0833", name.Span, $"`{ShapeMistakes.Short(name.Value)}` is in the list twice.", "Keep one of the two.");

    public static void GroupOfOne(this DiagnosticBag diagnostics, YamlScalar group) =>
        diagnostics.Error("TR0834", group.Span, $"In the group `{group.Value}` there are no two triggers that could compete.", "Name at least two, or remove the group.");

    public static void ComplaintClosesItself(this DiagnosticBag diagnostics, YamlScalar closed) =>
        diagnostics.Error("TR0835", closed.Span, $"`{closed.Value}` both opens and closes a complaint.", "Name two different events.");

    public static void BudgetForNothing(this DiagnosticBag diagnostics, YamlScalar budget) =>
        diagnostics.Error("TR0836", budget.Span, $"The budget `{budget.Value}` pays for nothing.", "Add `triggers:` or `offers:`.");

    public static void BudgetWithoutCost(this DiagnosticBag diagnostics, YamlScalar amount, string offer) =>
        diagnostics.Error(
            "TR0837", amount.Span,
            $"This budget is an amount of money, but the offer `{offer}` that it pays does not say what it costs.",
            $"Add `cost:` to the offer `{offer}`, or count messages with `count:`.");

    public static void BudgetBelowCost(this DiagnosticBag diagnostics, YamlScalar amount, string offer, Money cost) =>
        diagnostics.Error(
            "TR0838", amount.Span,
            $"This budget does not pay for a single message: the offer `{offer}` costs {cost}.",
            "Raise the budget, or correct the cost.");
}
