using FsCheck;
using FsCheck.Fluent;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Tests.Language.Evaluation;
using Xunit;

namespace Triggers.Tests.Language.Syntax;

public sealed class RoundTripTests
{
    [Fact]
    public void Printing_a_tree_and_parsing_it_gives_the_same_tree() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Survives));

    private static void Survives(int seed)
    {
        var tree = new RandomTree(seed).Any();
        var text = Printer.Print(tree);
        var diagnostics = new DiagnosticBag();

        var parsed = Parser.Parse(Sample.Text(text), diagnostics);

        Assert.Equal("", DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
        Assert.True(tree.Equals(parsed), $"seed {seed}: {text} is parsed as {parsed}");
        Assert.Equal(tree.GetHashCode(), parsed!.GetHashCode());
    }
}
