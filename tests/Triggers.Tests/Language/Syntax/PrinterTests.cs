using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Tests.Language.Evaluation;
using Xunit;

namespace Triggers.Tests.Language.Syntax;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("a||b&&c", "a || b && c")]
    [InlineData("(a||b)&&c", "(a || b) && c")]
    [InlineData("(a && b) && (c && d)", "(a && b) && (c && d)")]
    [InlineData("((a))", "a")]
    [InlineData("1-(2-3)-4", "1 - (2 - 3) - 4")]
    [InlineData("a<b==(c<d)", "a < b == (c < d)")]
    [InlineData("-(5) + - -5 - -a.b", "-(5) + --5 - -a.b")]
    [InlineData("-(.5)", "-(.5)")]
    [InlineData("-5.size()", "-5.size()")]
    [InlineData("(-5).size()", "-5.size()")]
    [InlineData("-(5.size())", "-(5.size())")]
    [InlineData("!(a in b)", "!(a in b)")]
    [InlineData("(a?b:c)?d:(e?f:g)", "(a ? b : c) ? d : e ? f : g")]
    [InlineData("a ? (b?c:d) : e", "a ? (b ? c : d) : e")]
    [InlineData("has(a.b) && a.`b-c`.d[0]", "has(a.b) && a.`b-c`.d[0]")]
    [InlineData("a.exists(x,x.map(y,y>1,y*2)==[])", "a.exists(x, x.map(y, y > 1, y * 2) == [])")]
    [InlineData("{'a':1,\"b\":[1,2,],}", "{\"a\": 1, \"b\": [1, 2]}")]
    [InlineData(".a.b{c:1}", ".a.b{c: 1}")]
    [InlineData("'it\\'s \\\"\\n\\x01' + r'\\d'", "\"it's \\\"\\n\\u0001\" + \"\\\\d\"")]
    [InlineData("b'\\xffa'", "b\"\\xffa\"")]
    [InlineData("0x1F + 1e3 + 12.10 + 3u", "0x1F + 1e3 + 12.10 + 3u")]
    [InlineData("a // why\n+ 1", "a + 1")]
    public void An_expression_has_one_normal_form(string written, string expected) => Assert.Equal(expected, Parse(written).ToString());

    [Fact]
    public void A_node_knows_where_it_stands()
    {
        var tree = (LogicalExpression)Parse(" event.a > 1 && !has( b.c ) ");

        Assert.Equal(
            "1+11 event.a > 1, 1+7 event.a, 16+11 !has(b.c), 17+10 has(b.c)",
            string.Join(", ", new[] { tree.Operands[0], ((BinaryExpression)tree.Operands[0]).Left, tree.Operands[1], ((UnaryExpression)tree.Operands[1]).Operand }
                .Select(node => $"{node.Start}+{node.Length} {node}")));
    }

    [Theory]
    [InlineData("a && b && c", "a && b && c", true)]
    [InlineData("a && b && c", "a && (b && c)", false)]
    [InlineData("1.0", "1.00", false)]
    [InlineData("x.f(1)", "x . f ( 1 )", true)]
    [InlineData("f(x)", "x.f()", false)]
    [InlineData("x.all(y, z)", "x.exists(y, z)", false)]
    public void Trees_are_equal_when_they_say_the_same(string left, string right, bool expected) => Assert.Equal(expected, Parse(left).Equals(Parse(right)));

    private static Expression Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        var tree = Parser.Parse(Sample.Text(text), diagnostics);
        Assert.Equal("", DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
        return tree!;
    }
}
