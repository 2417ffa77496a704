using Triggers.Language.Text;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Text;

public sealed class DiagnosticTextTests
{
    private static readonly SourceText Source = new("triggers/a,b.yaml", "wait: 30 minutes\r\n\tif: \"100 % sure\"\r\n" + new string('x', 200) + "HERE" + new string('y', 200) + "\n");

    private static readonly Diagnostic[] Diagnostics =
    [
        new("TR0118", Severity.Error, new(Source, 6, 10), "`wait` must be a duration.", "Write `30m`."),
        new("TR0603", Severity.Warning, new(Source, 19, 400), "It is 100 % true\nof all.", "Remove it."),
        new("TR0101", Severity.Error, new(Source, 236, 4), "Far out in a long line.", "Come back."),
        new("TR0131", Severity.Error, new(Source, 5_000, 3), "Beyond the end.", "Look there."),
    ];

    [Theory]
    [InlineData(DiagnosticFormat.Text)]
    [InlineData(DiagnosticFormat.Json)]
    [InlineData(DiagnosticFormat.Github)]
    public void Every_format_gives_place_message_and_remedy(DiagnosticFormat format) =>
        ApprovedText.Verify(DiagnosticText.Write(Diagnostics, format), $"diagnostics-{format.ToString().ToLowerInvariant()}");

    [Fact]
    public void Errors_and_warnings_are_counted_in_words()
    {
        Assert.Equal("3 errors and 1 warning", DiagnosticText.Count(Diagnostics));
        Assert.Equal("1 warning", DiagnosticText.Count(Diagnostics[1..2]));
        Assert.Equal("1 error", DiagnosticText.Count(Diagnostics[..1]));
        Assert.Equal("0 errors", DiagnosticText.Count([]));
    }

    [Theory]
    [InlineData("cart.upated", "cart.updated")]
    [InlineData("ORDER.PLACED", "order.placed")]
    [InlineData("odrer.placed", "order.placed")]
    [InlineData("x", null)]
    [InlineData("something.else", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_or_none(string wrong, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(wrong, ["cart.updated", "order.placed", "product.viewed"]));
}
