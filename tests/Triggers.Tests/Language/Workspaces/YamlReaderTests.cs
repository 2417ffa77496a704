using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: event.value >= 50 # why")]
    [InlineData("a: 'it''s >= 50'")]
    [InlineData("a: \"q \\\"x\\\" \\u00e9 >= 50\"")]
    [InlineData("a: |\n  one\n    two\n\n  >= 50\nb: 1")]
    [InlineData("a: |2-\n    one\n  >= 50\n")]
    [InlineData("a: >\n  one\n  two\n\n\n  three >= 50\n")]
    [InlineData("a: >-\r\n  one\r\n  two >= 50\r\nb: 1\r\n")]
    [InlineData("a: one\n  two\n\n  three >= 50")]
    [InlineData("a: \"one  \n  two\\\n   three \\n >= 50\"")]
    [InlineData("a: 'one\n\n  two >= 50'")]
    [InlineData("{ a: x >= 50, b: 1 }")]
    public void Every_character_of_a_scalar_knows_its_place_in_the_file(string yaml)
    {
        var text = Assert.IsType<YamlMapping>(Read(yaml)).Scalar("a")!.Text;

        foreach (var (character, index) in text.Content.Select((c, i) => (c, i)).Where(p => char.IsLetterOrDigit(p.c) && p.c < 128))
        {
            Assert.Equal($"{index}{character}", $"{index}{text.Source.Content[text.Offsets[index]]}");
        }

        var condition = text.Content.IndexOf(">= 50", StringComparison.Ordinal);
        var span = text.Span(condition, 5);
        Assert.Equal(">= 50", text.Source.Content.Substring(span.Start, span.Length));
        Assert.Equal(text.Content.Length + 1, text.Offsets.Count);
        Assert.InRange(text.Offsets[^1], text.Offsets[^2], yaml.Length);
    }

    [Theory]
    [InlineData("a: 1\na: 2", "TR0107")]
    [InlineData("a: &x 1\nb: 2", "TR0105")]
    [InlineData("a: &x 1\nb: *x", "TR0105 TR0106")]
    [InlineData("a: !!int 1", "TR0105")]
    [InlineData("a: 1\n---\nb: 2", "TR0104")]
    [InlineData("[a]: 1", "TR0108")]
    [InlineData("a: [", "TR0101")]
    [InlineData("a:\n\tb: 1", "TR0101")]
    [InlineData("a: \"x", "TR0101")]
    [InlineData("a: b: c", "TR0101")]
    [InlineData("a: 1\n\0b: 2", "TR0109")]
    [InlineData("", "")]
    [InlineData("# only a comment\n", "")]
    public void What_a_workspace_does_not_use_of_YAML_is_refused(string yaml, string codes)
    {
        var diagnostics = new DiagnosticBag();
        YamlReader.Read(new("test.yaml", yaml), diagnostics);

        Assert.Equal(codes, string.Join(' ', diagnostics.Sorted().Select(d => d.Code)));
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var diagnostics = new DiagnosticBag();
        YamlReader.Read(new("test.yaml", new string('[', 100_000)), diagnostics);

        Assert.Equal("TR0103", Assert.Single(diagnostics.Sorted()).Code);
    }

    private static YamlNode? Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.Read(new("test.yaml", yaml), diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return node;
    }
}
