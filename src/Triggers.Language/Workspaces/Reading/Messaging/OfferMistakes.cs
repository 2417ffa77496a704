using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>Offers that make no sense: one method a mistake. Codes TR0421 to TR0429.</summary>
internal static class OfferMistakes
{
    public static void DaysReversed(this DiagnosticBag diagnostics, YamlScalar to) =>
        diagnostics.Error("TR0421", to.Span, "The last day lies before the first.", "Exchange the two, or correct one of them.");

    public static void OtherCurrency(this DiagnosticBag diagnostics, YamlScalar amount, string currency, string expected) =>
        diagnostics.Error("TR0422", amount.Span, $"This amount is in {currency}, the workspace counts in {expected}.", $"Write it in {expected}.");
}
