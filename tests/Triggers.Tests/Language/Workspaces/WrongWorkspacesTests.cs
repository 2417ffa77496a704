using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class WrongWorkspacesTests
{
    [Fact]
    public void Every_wrong_workspace_is_told_what_is_wrong_and_what_to_do()
    {
        var texts = WrongWorkspaces.All().Select(wrong => $"## {wrong.Title}\n\n{wrong.Files.Check()}");

        ApprovedText.Verify(string.Concat(texts), "wrong-workspaces");
    }

    [Fact]
    public void No_mistake_goes_unseen_and_each_has_a_code_a_place_and_a_remedy()
    {
        foreach (var (title, files) in WrongWorkspaces.All())
        {
            var diagnostics = new DiagnosticBag();
            var plan = WorkspaceCompiler.Compile(files, diagnostics);

            Assert.True(diagnostics.Count > 0, title);
            Assert.Equal(diagnostics.HasErrors, plan is null);
            Assert.All(diagnostics.Sorted(), d => Assert.Matches("^TR0[0-9]{3}$", d.Code));
            Assert.All(diagnostics.Sorted(), d => Assert.InRange(d.Span.Start + d.Span.Length, 0, d.Span.Source.Content.Length));
            Assert.All(diagnostics.Sorted(), d => Assert.True(d.Message.EndsWith('.') && d.Remedy.TrimEnd('?', '.').Length < d.Remedy.Length, $"{d.Message} | {d.Remedy}"));
        }
    }

    [Fact]
    public void At_least_forty_different_mistakes_are_shown() => Assert.True(WrongWorkspaces.All().Count() >= 40);
}
