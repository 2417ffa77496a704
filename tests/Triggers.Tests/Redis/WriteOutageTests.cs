using Triggers.Redis;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Redis;

public sealed class WriteOutageTests
{
    [Fact]
    public void An_outage_is_told_once_though_the_writes_of_several_partitions_fail_in_turns_and_once_more_when_it_is_over()
    {
        var lines = new Lines();
        var outage = new WriteOutage(new RedisOptions(), lines);
        outage.End();
        for (var turn = 0; turn < 3; turn++)
        {
            outage.Tell(new("No answer to the batch of partition 3.", "It is tried again.", retry: true));
            outage.Tell(new("No answer to the batch of partition 5.", "It is tried again.", retry: true));
        }

        outage.Tell(new("Refused the batch of partition 5.", "Give it more rights."));
        outage.End();
        outage.End();

        Assert.Equal(
            ["warn No answer to the batch of partition 3. It is tried again.", "ERROR Refused the batch of partition 5. Give it more rights.", $"info {new RedisOptions()} stores again."], lines);
    }

    private sealed class Lines : List<string>, INotices
    {
        public void Info(NoticeText text) => Add("info " + text);

        public void Warning(NoticeText text) => Add("warn " + text);

        public void Error(NoticeText text) => Add("ERROR " + text);
    }
}
