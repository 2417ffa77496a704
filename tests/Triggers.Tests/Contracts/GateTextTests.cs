using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Xunit;

namespace Triggers.Tests.Contracts;

public sealed class GateTextTests
{
    private static readonly Timestamp Ten = new(1_767_261_600_000);

    [Fact]
    public void A_text_is_written_from_what_it_is_made_of() => Assert.Equal(
        ["given", "3", "-3", "2026-01-01T10:00:00.000Z", "given 2026-01-01T10:00:00.000Z", "3 since 2026-01-01T10:00:00.000Z", "4 broadcasts", "12.50 EUR", "never", ""],
        new GateText[] { "given", 3, -3, Ten, new("given", Ten), new(3, "since", Ten), new(4, "broadcasts"), new(12.50m, "EUR"), Timestamp.Never, "" }.Select(text => text.ToString()));

    [Fact]
    public void A_text_is_written_where_there_is_room_and_refused_where_there_is_not()
    {
        GateText[] texts = ["given", 12, Ten, new("given", Ten), new(12, "since", Ten), Timestamp.Beginning, new Timestamp(long.MaxValue - 1)];
        foreach (var text in texts)
        {
            var whole = text.ToString();
            var room = new char[whole.Length];

            Assert.True(text.TryFormat(room, out var written));
            Assert.Equal(whole, new string(room, 0, written));
            Assert.DoesNotContain(Enumerable.Range(0, whole.Length), length => text.TryFormat(new char[length], out _));
        }
    }

    [Fact]
    public void Words_may_be_as_long_as_they_like() =>
        Assert.Equal($"{new string('x', 500)} {Ten}", new GateText(new string('x', 500), Ten).ToString());

    [Fact]
    public void Nothing_is_not_the_empty_text()
    {
        GateText nothing = null;

        Assert.Equal((true, false, default), (nothing.IsNothing, ((GateText)"").IsNothing, nothing));
        Assert.NotEqual((GateText)"", nothing);
    }

    [Fact]
    public void Texts_that_read_the_same_are_the_same() =>
        Assert.Equal(["3 since 2026-01-01T10:00:00.000Z", 7], new GateText[] { new(3, "since", Ten), "7" });
}
