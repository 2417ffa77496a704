using System.Xml.Linq;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Cli;

public sealed class TestCommandTests
{
    private static readonly WorkspaceFiles Shop = Workspaces.Text(
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        currency: EUR
        === events.yaml
        events:
          cart.updated: { from: clicks, fields: { cart: string, value: money } }
          order.placed: { from: orders, fields: { order: string } }
          profile.changed: { from: profiles, fields: { email: string?, vip: bool? } }
        === traits.yaml
        traits:
          email: { latest: profile.changed.email }
          vip: { latest: profile.changed.vip }
        === channels.yaml
        channels:
          push: { address: customer.id }
          email: { address: customer.email }
        === offers/all.yaml
        - { offer: cart-rescue, label: A reminder }
        - { offer: thanks, label: Thanks }
        === triggers/all.yaml
        - trigger: cart-left
          when:
            start: cart.updated
            key: event.cart
            where: event.value >= 50
            until: [order.placed]
            wait: 30m
          if: "!has(customer.vip) || !customer.vip"
          send: { purpose: offer, offer: cart-rescue, channels: [push] }
        - trigger: thanks
          when: { start: order.placed, where: has(customer.vip) && customer.vip }
          send: { purpose: care, offer: thanks, channels: [email] }
        - trigger: month
          when: { start: order.placed, repeat: ignore, wait: 30d }
          send: { purpose: care, offer: thanks, channels: [push] }
        """);

    private const string EachSortOfDifference =
        """
        - test: the time is another
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }]
          expect: [{ at: 10:40, trigger: cart-left }]
        - test: channel and offer are others
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }]
          expect: [{ at: 10:30, trigger: cart-left, channel: email, offer: thanks }]
        - test: it came and was not expected
          until: 12:00
          given:
            - { at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }
            - { at: 10:00, event: cart.updated, customer: ben, cart: k2, value: 20 }
          expect: []
        - test: an order ended it
          until: 12:00
          given:
            - { at: 10:00, event: cart.updated, cart: k1, value: 80 }
            - { at: 10:20, event: order.placed }
          expect: [{ at: 10:30, trigger: cart-left }]
        - test: it began again
          until: 10:45
          given:
            - { at: 10:00, event: cart.updated, cart: k1, value: 80 }
            - { at: 10:20, event: cart.updated, cart: k1, value: 90 }
          expect: [{ at: 10:30, trigger: cart-left }]
        - test: the condition at the start was not true
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, cart: k1, value: 49.99 }]
          expect: [{ at: 10:30, trigger: cart-left }]
        - test: the condition over the customer was not true
          until: 12:00
          given: [{ at: 10:00, event: order.placed }]
          expect: [{ at: 10:00, trigger: thanks }]
        - test: nothing starts it
          given: [{ at: 10:00, event: profile.changed, customer: anna, vip: true }]
          expect: [{ at: 10:30, trigger: cart-left, customer: anna }]
        - test: another customer
          until: 12:00
          given:
            - { at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }
            - { at: 10:00, event: profile.changed, customer: ben }
          expect: [{ at: 10:30, trigger: cart-left, customer: ben }]
        - test: a gate refused it
          customers: { anna: { vip: true } }
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }]
          expect: [{ at: 10:30, trigger: cart-left }]
        - test: a refusal that was not expected
          customers: { anna: { vip: true } }
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }]
          expect: []
          refused: []
        - test: a refusal by another gate and at another time
          customers: { anna: { vip: true } }
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }]
          expect: []
          refused: [{ at: 10:20, trigger: cart-left, gate: address }]
        - test: sent and not refused
          until: 12:00
          given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }]
          expect: [{ at: 10:30, trigger: cart-left }]
          refused: [{ at: 10:30, trigger: cart-left }]
        - test: two came and one was expected
          until: 12:00
          given:
            - { at: 10:00, event: cart.updated, cart: k1, value: 80 }
            - { at: 10:00, event: cart.updated, cart: k2, value: 80 }
          expect: [{ at: 10:30, trigger: cart-left }]
        - test: thirty days of 24 hours across the end of summer time
          day: 2026-10-01
          given: [{ at: 10:00, event: order.placed }]
          expect: [{ at: day 31 10:00, trigger: month }]
        - test: many runs
          until: 12:00
          given:
            - { at: 10:00, event: cart.updated, cart: k1, value: 1 }
            - { at: 10:01, event: cart.updated, cart: k1, value: 2 }
            - { at: 10:02, event: cart.updated, cart: k1, value: 3 }
            - { at: 10:03, event: cart.updated, cart: k1, value: 4 }
            - { at: 10:04, event: cart.updated, cart: k1, value: 5 }
          expect: [{ at: 10:30, trigger: cart-left }]

        """;

    [Fact]
    public void Tests_that_pass_are_listed_by_file() => Approve("passing-tests", 0,
        """
        - test: left for half an hour
          until: 11:00
          given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }]
          expect: [{ at: 10:30, trigger: cart-left, channel: push, customer: customer, offer: cart-rescue, key: k1 }]
          refused: []
        - test: what is known about a customer counts from the start
          customers: { anna: { vip: true, email: anna@example.com }, ben: { vip: false } }
          until: 11:00
          given:
            - { at: 10:00, event: cart.updated, customer: anna, cart: k1, value: 80 }
            - { at: 10:00, event: cart.updated, customer: ben, cart: k2, value: 80 }
            - { at: 10:59:30, event: order.placed, customer: anna }
          expect:
            - { at: 10:59:30, trigger: thanks, customer: anna, channel: email }
            - { at: 10:30, trigger: cart-left, customer: ben }
          refused:
            - { at: 10:30, trigger: cart-left, customer: anna, gate: if }
        - test: an expectation that fits several messages leaves the strict one its own
          until: 11:00
          given:
            - { at: 10:00, event: cart.updated, cart: k1, value: 80 }
            - { at: 10:00, event: cart.updated, cart: k2, value: 80 }
          expect:
            - { at: 10:30, trigger: cart-left }
            - { at: 10:30, trigger: cart-left, key: k1 }
        - test: the night when the clock goes forward
          day: 2026-03-28
          until: day 2 23:00
          cases:
            - { case: half an hour across the gap, given: day 2 01:45, sent: day 2 03:15 }
            - { case: a time that the clock skips, given: day 2 02:30, sent: day 2 04:00 }
          given: [{ at: <given>, event: cart.updated, cart: k1, value: 80 }]
          expect: [{ at: <sent>, trigger: cart-left }]

        """);

    [Fact]
    public void A_failed_test_says_what_was_expected_what_came_and_why() => Approve("failing-tests", 1, EachSortOfDifference);

    [Theory]
    [InlineData("EMPTIED", 0, "./shop/tests/two.yaml\n  ok    emptied\n\n1 test: 1 passed, 0 failed.\n", "")]
    [InlineData("one.yaml", 0, "./shop/tests/one.yaml\n  ok    left\n\n1 test: 1 passed, 0 failed.\n", "")]
    [InlineData("emtied", 2, "", "error: No test has `emtied` in its name or in the name of its file.\n  Did you mean `emptied`?\n")]
    public void A_filter_looks_at_names_of_tests_and_files(string filter, int exitCode, string output, string error)
    {
        using var shell = new Shell();
        var shop = shell.Write("shop", Shop.With(
            ("tests/one.yaml", "{ test: left, until: 12:00, given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }], expect: [{ at: 10:30, trigger: cart-left }] }"),
            ("tests/two.yaml", "{ test: emptied, given: [{ at: 10:00, event: cart.updated, cart: k1, value: 0 }], expect: [] }")));

        Assert.Equal((exitCode, output, error), shell.Run("test", shop, "--filter", filter));
    }

    [Fact]
    public void Build_servers_read_JUnit()
    {
        var (exitCode, output, error) = Run(
            """
            - { test: it came & was <not> expected, until: 12:00, given: [{ at: 10:00, event: cart.updated, cart: "k\u0001", value: 80 }], expect: [] }
            - { test: fine, given: [], expect: [] }

            """,
            "--format",
            "junit");

        Assert.Equal((1, ""), (exitCode, error));
        Assert.Equal("failure", XDocument.Parse(output).Descendants("testcase").First().Elements().Single().Name.LocalName);
        ApprovedText.Verify(output, "junit");
    }

    [Fact]
    public void A_workspace_without_tests_says_how_to_add_them()
    {
        using var shell = new Shell();

        Assert.Equal((0, "./shop has no tests. Add a file under tests/ with `test`, `given` and `expect`.\n", ""), shell.Run("test", shell.Write("shop", Shop)));
    }

    [Fact]
    public void A_mistake_in_the_workspace_runs_nothing()
    {
        var (exitCode, output, error) = Run("{ test: wrong, given: [{ at: 10:00, event: cart.updatd, cart: k1 }], expect: [] }\n");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.EndsWith("error: The workspace ./shop has 1 error, so nothing was run.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_may_lie_behind_the_end_of_a_test()
    {
        var (exitCode, _, error) = Run("{ test: late, until: 10:15, given: [{ at: 10:00, event: cart.updated, cart: k1, value: 80 }], expect: [{ at: 10:30, trigger: cart-left }] }\n");

        Assert.Equal(2, exitCode);
        Assert.Contains("error TR0708: This is after the end of the test, where its clock stops.", error, StringComparison.Ordinal);
    }

    private static void Approve(string name, int exitCode, string tests)
    {
        var result = Run(tests);

        ApprovedText.Verify(result.Output, name);
        Assert.Equal((exitCode, ""), (result.ExitCode, result.Error));
    }

    private static (int ExitCode, string Output, string Error) Run(string tests, params string[] options)
    {
        using var shell = new Shell();
        return shell.Run(["test", shell.Write("shop", Shop.With(("tests/shop.yaml", tests))), .. options]);
    }
}
