using System.Globalization;
using Triggers.Language.Text;

namespace Triggers.Language.Syntax;

/// <summary>What can be wrong with the form of an expression: one method a mistake, codes TR0200..TR0219.</summary>
internal sealed class SyntaxMistakes(EmbeddedText text, DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> OperatorWords = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "not", "is", "equals" };

    public void Empty() => Report("TR0200", 0, 0, "There is no expression here.", "Write one, for instance `event.value >= 50`.");

    public void TooLong(int length) => Report(
        "TR0201", 0, 0, $"The expression has {Number(length)} characters.", $"At most {Number(SyntaxLimits.SourceLength)} are allowed: split it.");

    public void TooManyParts(int start) => Report(
        "TR0202", start, 0, $"The expression has more than {Number(SyntaxLimits.Nodes)} parts.", "Split it, for instance into segments.");

    public void TooDeep(int start) => Report(
        "TR0203", start, 0, $"The expression is nested, or chained, more than {SyntaxLimits.Depth} levels deep.", "Split it, for instance into segments.");

    public void UnexpectedCharacter(int start, char c) => Report(
        "TR0204", start, 1, $"`{Printable(c)}` has no meaning here.", c switch
        {
            '=' => "Write `==` to compare.",
            '&' => "Write `&&` for \"and\".",
            '|' => "Write `||` for \"or\".",
            '\u201c' or '\u201d' or '\u2018' or '\u2019' => "Put texts in straight quotes: \"red\".",
            '$' => "Money is written as a plain number: `event.value >= 50`.",
            _ => "Remove it, or put texts in quotes: \"red\".",
        });

    public void UnclosedText(int start, int length, string quote) => Report(
        "TR0205", start, length, "This text has no end.", $"Close it with {quote} on the same line.");

    public void UnclosedName(int start) => Report("TR0206", start, 1, "This name has no end.", "Close it with a backtick.");

    public void MalformedNumber(int start, int length) => Report(
        "TR0207", start, length, $"`{Part(start, length)}` is neither a number nor a name.",
        "Write numbers like 42 or 4.5; names start with a letter; durations are written as duration(\"30m\").");

    public void NumberOutOfRange(int start, int length, string allowed) => Report(
        "TR0208", start, length, $"The number {Part(start, length)} is too large.", $"Use {allowed}.");

    public void WrongEscape(int start, int length) => Report(
        "TR0209", start, length, $"`{Part(start, length)}` stands for no character.",
        "Use \\\\ for a backslash, \\\" for a quote, \\n for a new line, or \\u and four hexadecimal digits.");

    public void ReservedName(Token token) => Report(
        "TR0210", token.Start, token.Length, $"`{Part(token.Start, token.Length)}` is a reserved word.", "Use another name.");

    public void Expected(string wanted, Token found)
    {
        var shown = Part(found.Start, found.Length);
        if (found.Kind == TokenKind.End)
        {
            Report("TR0211", found.Start, 0, "The expression ends too early.", $"Add {wanted}.");
        }
        else if (OperatorWords.Contains(shown))
        {
            Report("TR0212", found.Start, found.Length, $"`{shown}` is not an operator.", "Write `&&` for and, `||` for or, `!` for not, `==` for equals.");
        }
        else
        {
            Report("TR0213", found.Start, found.Length, $"`{shown}` is not expected here.", $"Write {wanted} instead, or remove it.");
        }
    }

    public void MacroNeedsName(string macro, Expression found) => Report(
        "TR0214", found.Start, found.Length, $"`{macro}` needs a name for the element first.", $"Write for instance {macro}(item, item.price > 10).");

    public void HasNeedsField(int start, int length) => Report(
        "TR0215", start, length, "`has` asks whether a field is there.", "Name one field, for instance has(event.coupon).");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Printable(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString();

    private string Part(int start, int length)
    {
        var end = Math.Min(start + Math.Min(length, 40), text.Content.Length);
        return text.Content[start..end];
    }

    private void Report(string code, int start, int length, string message, string remedy) =>
        diagnostics.Error(code, text.Span(start, length), message, remedy);
}
