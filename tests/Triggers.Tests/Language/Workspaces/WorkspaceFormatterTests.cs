using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class WorkspaceFormatterTests
{
    [Fact]
    public void A_messy_file_gets_the_one_form_and_keeps_its_comments()
    {
        var messy = """

            # The trigger of the cart.


            trigger:   cart-left    # its name
            label:     'Cart left'  # for people
            when:

                # An event starts it.
                start:    cart.updated
                until:
                - order.placed
                -   event: cart.updated   # emptied
                    where:    "event.items.size() == 0"
                -
                  event: cart.updated
                  key:   event.cart
                # Half an hour is enough.
                wait: 30m


            if: >
                customer.level
                != "lost"
            send: {purpose: offer,priority: 60,
                    offer: cart-rescue, channels: [ push,email ] }
            goal: { event: order.placed,  # the aim
              within: 3d }
            again:    {}
            note: one
                two
            # The end.
            """.ReplaceLineEndings("\r\n");

        ApprovedText.Verify(WorkspaceFormatter.Format("triggers/x.yaml", messy), "formatted");
    }

    [Fact]
    public void Formatting_twice_changes_nothing_more_and_formatting_changes_no_meaning()
    {
        foreach (var (_, files) in WorkspacesInTheTree.All().Append(("", Samples.Shop)).Append(("", Samples.Everything)))
        {
            foreach (var (path, content) in files.Files.Where(f => f.Key.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                var once = WorkspaceFormatter.Format(path, content);

                Assert.Equal(once, WorkspaceFormatter.Format(path, once));
                Assert.Equal(YamlJson.Of(path, content)?.ToJsonString(), YamlJson.Of(path, once)?.ToJsonString());
            }
        }
    }

    [Fact]
    public void The_workspaces_in_the_tree_have_the_one_form()
    {
        foreach (var (name, files) in WorkspacesInTheTree.All())
        {
            foreach (var (path, content) in files.Files.Where(f => f.Key.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                Assert.Equal($"{name}/{path}\n{WorkspaceFormatter.Format(path, content)}", $"{name}/{path}\n{content}");
            }
        }
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: |2-\n    x\n")]
    [InlineData("a: |+\n  x\n\n")]
    [InlineData("a: 1\na: 2\n")]
    public void What_it_does_not_know_it_leaves_alone(string content) => Assert.Equal(content, WorkspaceFormatter.Format("x.yaml", content));
}
