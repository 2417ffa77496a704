using System.Globalization;
using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Time;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class RuleTestReaderTests
{
    [Fact]
    public void Times_zones_cases_and_values_of_rule_tests_are_resolved()
    {
        var files = Samples.Shop.With(("tests/cart.yaml",
            """
            - test: cart left, then bought late
              given:
                - { at: 10:40, event: order.placed, customer: c1, order: o1, value: 80 }
                - { at: 10:00, event: cart.updated, customer: c1, cart: k1, value: 79.90 USD, items: [{ sku: a, quantity: 2, price: 1 }, { sku: b }] }
              expect:
                - { at: 10:30, trigger: cart-left, channel: push }
              refused: []
            - test: the clock changes
              day: 2026-03-28
              zone: Europe/London
              until: day 3 00:00
              customers:
                anna: { level: lost }
              cases:
                - { case: in the gap, time: "01:30", gate: if }
                - { case: after it, time: "02:30", gate: if }
              given:
                - { at: day 2 <time>, event: cart.updated, customer: anna, cart: k1 }
              expect: []
              refused:
                - { at: 2026-03-29 03:00:05, trigger: cart-left, gate: <gate>, customer: anna, key: k1 }

            """));
        var diagnostics = new DiagnosticBag();

        var compiled = WorkspaceCompiler.CompileWithTests(files, diagnostics);

        Assert.Equal("", DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
        ApprovedText.Verify(string.Concat(compiled!.Value.Tests.Select(Write)), "rule-tests");
    }

    private static string Write(RuleTest test)
    {
        var text = new StringBuilder().Append($"{test.Name} in {test.Zone} from {Time(test.Start)} until {(test.Until is { } until ? Time(until) : "the end")}\n");
        foreach (var customer in test.Customers)
        {
            text.Append($"  customer {customer.Id}: {string.Join(", ", customer.Traits.Select(t => $"{t.Key.Name}={t.Value}"))}\n");
        }

        foreach (var given in test.Given)
        {
            text.Append($"  {Time(given.At)} {given.Type.Name} of {given.Customer}: {string.Join(", ", given.Fields.Select(f => $"{f.Key.Name}={f.Value}"))}\n");
        }

        foreach (var message in test.Expect)
        {
            text.Append($"  expect {Time(message.At)} {message.Trigger} {message.Channel ?? "any"} {message.Customer ?? "any"} {message.Offer ?? "any"} {message.Key ?? "any"}\n");
        }

        foreach (var refusal in test.Refused ?? [])
        {
            text.Append($"  refused {Time(refusal.At)} {refusal.Trigger} {refusal.Gate ?? "any"} {refusal.Customer ?? "any"} {refusal.Key ?? "any"}\n");
        }

        return text.Append(test.Refused is null ? "  refusals are not looked at\n" : "").ToString();
    }

    private static string Time(Timestamp time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.UnixMilliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
