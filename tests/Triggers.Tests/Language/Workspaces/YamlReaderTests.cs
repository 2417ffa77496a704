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
    [InlineData("a:\n- 1\n- 2\nb: 3", "{a: [1, 2], b: 3}")]
    [InlineData("a:\n  - 1\n  -\n  - - 2\n    - 3\n  - b: 4\n    c: 5", "{a: [1, , [2, 3], {b: 4, c: 5}]}")]
    [InlineData("a:\nb:\n  c:\nd: e", "{a: , b: {c: }, d: e}")]
    [InlineData("? a\n: 1\n? b\n", "{a: 1, b: }")]
    [InlineData("{ a: 1, b, c: , ? d : [x, y: z, {}], 'e': [], }", "{a: 1, b: , c: , d: [x, {y: z}, {}], e: []}")]
    [InlineData("[a: 1, {b: 2}, [3],\n  four five ]", "[{a: 1}, {b: 2}, [3], four five]")]
    [InlineData("# before\n--- # begin\na: 1 # behind\n...\n", "{a: 1}")]
    [InlineData("%YAML 1.2\n---\na: 1", "{a: 1}")]
    [InlineData("one\n  two", "one two")]
    public void The_forms_of_YAML_give_their_nodes(string yaml, string nodes) => Assert.Equal(nodes, Written(Read(yaml)));

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
    [InlineData("a: *x", "TR0106")]
    [InlineData("a: !x", "TR0105")]
    [InlineData("a: [1, 2}", "TR0101")]
    [InlineData("a: [1 , , 2]", "TR0101")]
    [InlineData("a: { , }", "TR0101")]
    [InlineData("a: 1\n- 2", "TR0101")]
    [InlineData("- 1\na: 2", "TR0101")]
    [InlineData("a: 1\n...\nb: 2", "TR0104")]
    [InlineData("%YAML 1.2\na: 1", "TR0101")]
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

    private static string Written(YamlNode? node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Written))}]",
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Name}: {Written(entry.Value)}"))}}}",
        _ => "nothing",
    };

    private static YamlNode? Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.Read(new("test.yaml", yaml), diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return node;
    }
}
