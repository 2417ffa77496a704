using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Workspaces;

public sealed class WorkspaceFuzzTests
{
    private const int Rounds = 800;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ": ", "- ", "#", " #", "\n", "\r\n", "\t", "  ", "'", "\"", "|", ">", "|2-", "&a", "*a", "!t", "?", "? ", "%", "---\n", "...\n", "<", "<x>", "\\",
        "\0", "\ufeff", "\ud800", "é", "𝄞", "true", "null", "~", "1e999", "999999999999999999999", "event.", "customer.", "&&", "((((((((", "list(", "day 2 ", "99999d",
    ];

    [Fact]
    public void No_text_makes_check_throw_or_hang()
    {
        var random = new Random(4711);
        for (var round = 0; round < Rounds; round++)
        {
            var files = round % 3 == 0 ? Samples.Everything : Samples.Shop;
            var (path, content) = files.Files.ElementAt(random.Next(files.Files.Count));
            CheckAndFormat(files.With((path, Mutate(content, random))));
        }
    }

    [Fact]
    public void No_bytes_make_check_throw_or_hang()
    {
        var random = new Random(815);
        var bytes = new byte[400];
        for (var round = 0; round < Rounds; round++)
        {
            random.NextBytes(bytes);
            var text = round % 2 == 0
                ? Encoding.UTF8.GetString(bytes, 0, random.Next(bytes.Length))
                : string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            CheckAndFormat(Samples.Shop.With((Samples.Shop.Files.Keys.ElementAt(random.Next(Samples.Shop.Files.Count)), text)));
        }
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    [InlineData("a:\n ", 50_000)]
    [InlineData("? ", 100_000)]
    [InlineData("\"", 100_001)]
    [InlineData("a: b\n", 20_000)]
    [InlineData("#\n", 200_000)]
    public void Long_monotonous_texts_are_read_in_bounded_time_and_stack(string piece, int count) =>
        CheckAndFormat(Samples.Shop.With(("triggers/cart-left.yaml", new StringBuilder().Insert(0, piece, count).ToString())));

    [Fact]
    public void A_long_chain_of_types_is_refused_and_not_followed()
    {
        var types = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  t{i}: {{ next: t{i + 1} }}\n"));
        var events = Samples.Shop.Files["events.yaml"].Replace("types:\n", $"types:\n{types}  t5000: {{ x: int }}\n", StringComparison.Ordinal);

        Assert.Contains("TR0511", Samples.Shop.With(("events.yaml", events)).Check(), StringComparison.Ordinal);
    }

    private static string Mutate(string content, Random random)
    {
        var text = new StringBuilder(content);
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1 when at < text.Length:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 2 when at < text.Length:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, Math.Min(random.Next(1, 80), text.Length - at)));
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }

    private static void CheckAndFormat(WorkspaceFiles files)
    {
        var diagnostics = new DiagnosticBag();
        var plan = WorkspaceCompiler.Compile(files, diagnostics);

        Assert.Equal(plan is null, diagnostics.HasErrors);
        foreach (var format in Enum.GetValues<DiagnosticFormat>())
        {
            Assert.NotNull(DiagnosticText.Write(diagnostics.Sorted(), format));
        }

        foreach (var (path, content) in files.Files)
        {
            var once = WorkspaceFormatter.Format(path, content);
            Assert.Equal(once, WorkspaceFormatter.Format(path, once));
        }
    }
}
