using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Triggers.Language.Evaluation;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Tests.Language.Evaluation;
using Xunit;

namespace Triggers.Tests.Language.Syntax;

/// <summary>No text makes the compiler or an evaluation throw, hang, overflow the stack or allocate without bound.</summary>
public sealed class HostileTextTests
{
    private const long MostBytes = 100_000_000;

    private static readonly string[] Real =
    [
        "event.value >= 50 && event.cart.startsWith(\"k\") || !has(event.coupon)",
        "event.items.exists(item, item.category in [\"formula\", 'diapers'] && item.price * 1.1 > 20.5)",
        "event.time - timestamp(\"2026-01-01T00:00:00Z\") > duration(\"168h30m\") ? -event.value / 3 : customer.spend",
        "event.items.filter(i, i.quantity % 2 == 1u).map(j, j.price > 5, {j.sku: [b\"\\xff\", 0x1F, 1e3, null]}).size() > 1",
        "event.cart.matches(r\"^k[0-9]+$\") && event.time.getHours(\"Europe/Berlin\") < 12 // morning",
    ];

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "&&", "||", "!", "-", "==", "in", "\"", "'''", "\\", "`", "9", "1.5", "u", "0x", "event", "x", ".map(x, x + x)",
        "dyn(", "\u0000", "😀", "\ud800", "//", "\n",
    ];

    [Fact]
    public void Random_characters_never_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Endure(text ?? "")));

    [Fact]
    public void Random_bytes_never_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Endure(Encoding.Latin1.GetString(bytes))));

    [Fact]
    public void Real_expressions_with_random_changes_never_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Endure(Changed(new Random(seed)))));

    [Fact]
    public void Random_trees_are_checked_and_evaluated_without_throwing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Endure(new RandomTree(seed).Any().ToString())));

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("!", "true", "")]
    [InlineData("-", "x", "")]
    [InlineData("--", "1", "")]
    [InlineData("", "x", ".y")]
    [InlineData("", "x", "[0]")]
    [InlineData("", "x", ".f()")]
    [InlineData("f(", "1", ")")]
    [InlineData("x.f(", "1", ")")]
    [InlineData("has(x.", "y", ")")]
    [InlineData("true ? ", "1", " : 2")]
    [InlineData("", "1", " ? 1 : 2")]
    [InlineData("[1].map(x, ", "x", ")")]
    [InlineData("[", "\"ab\"", "].map(x, x + x)[0]")]
    [InlineData("", "1", " + 1")]
    [InlineData("1 + (", "1", ")")]
    [InlineData("", "true", " && true")]
    [InlineData("a{b: ", "1", "}")]
    [InlineData("\"", "\\", "\\\"")]
    [InlineData("'''", "'", "''")]
    [InlineData("", "1", "1")]
    [InlineData("", ".", ".")]
    public void Deep_nesting_and_long_chains_need_little_stack(string before, string middle, string after)
    {
        foreach (var depth in new[] { 30, 63, 64, 65, 300, 20_000 })
        {
            var text = string.Concat(Enumerable.Repeat(before, depth)) + middle + string.Concat(Enumerable.Repeat(after, depth));
            OnSmallStack(() => Endure(text));
        }
    }

    [Theory]
    [InlineData("[\"0123456789abcdef\"]", "[{0}[0] + {0}[0]]")]
    [InlineData("[[1, 2, 3, 4]]", "[{0}[0] + {0}[0]]")]
    [InlineData("[1]", "[[{0}, {0}, {0}, {0}]] + []")]
    public void Doubling_again_and_again_ends_at_the_step_budget(string start, string doubled)
    {
        var text = start;
        for (var i = 0; i < 40; i++)
        {
            text = $"[{text}].map(x{i}, {string.Format(null, doubled, "x" + i)})[0]";
        }

        Endure($"{text} == [\"\"] || {text} in [{text}]");
    }

    private static string Changed(Random random)
    {
        var text = new StringBuilder(Real[random.Next(Real.Length)]);
        for (var changes = random.Next(1, 6); changes > 0 && text.Length > 0; changes--)
        {
            var place = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(place, Math.Min(random.Next(1, 8), text.Length - place));
                    break;
                case 1:
                    text.Insert(place, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(place, text.ToString(0, Math.Min(text.Length, random.Next(30))));
                    break;
                default:
                    text[place] = (char)random.Next(1, 128);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Compiles with and without checking, and evaluates what compiles.</summary>
    private static void Endure(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var options in new[] { CompileOptions.Default, CompileOptions.Default with { IsChecked = false } })
        {
            var diagnostics = new DiagnosticBag();
            var compiled = ExpressionCompiler.Compile(Sample.Text(text), Sample.Variables, null, options, diagnostics);
            Assert.Equal(compiled is null, diagnostics.HasErrors);
            Assert.True(compiled is null || compiled.Evaluate(Sample.Frame()).IsPresent);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    thrown = e;
                }
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
