using Triggers.Hosting.Telemetry;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class NoticeTests
{
    [Fact]
    public void A_notice_keeps_apart_what_is_always_the_same_and_what_varies()
    {
        NoticeText notice = $"Partition {3} waits: {"no answer"}, {1.5:0.00} s.";
        Assert.Equal("Partition 3 waits: no answer, 1.50 s.", notice.ToString());
        Assert.Equal("Partition … waits: …, … s.", notice.Event);
        Assert.Equal(["3", "no answer", "1.50"], notice.Values);

        NoticeText plain = "Stopped in good order.";
        Assert.Equal(("Stopped in good order.", "Stopped in good order."), (plain.Event, plain.ToString()));
    }

    [Theory]
    [InlineData(false, "2026-01-01T00:00:00.000Z warn  Partition 3 \"waits\".\n")]
    [InlineData(true, """{"time":"2026-01-01T00:00:00.000Z","level":"warn","event":"Partition … \"waits\".","text":"Partition 3 \"waits\".","values":["3"]}""" + "\n")]
    public void A_line_is_text_for_people_or_JSON_for_collectors(bool json, string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new ConsoleNotices(new SetClock(), json, output).Warning($"Partition {3} \"waits\".");
        Assert.Equal(line, output.ToString());
    }
}
