using Triggers.Engine.State;
using Triggers.Model;
using Xunit;

namespace Triggers.Tests.Engine.State;

public class MatchTimesSetTests
{
    private const int Window = 1_000;

    [Fact]
    public void Triggers_without_keys_are_all_remembered_however_many_there_are()
    {
        var times = new MatchTimesSet(new());
        for (var round = 1; round <= 2; round++)
        {
            for (var trigger = 1; trigger <= 2 * MatchTimesSet.MostKeys; trigger++)
            {
                Assert.Equal(round, times.Add(new StableId((ulong)trigger), [], time: round, now: round, Window, keep: 2));
            }
        }
    }

    [Fact]
    public void The_keys_of_one_trigger_push_out_none_of_another()
    {
        var times = new MatchTimesSet(new());
        times.Add(new StableId(1), [7], time: 1, now: 1, Window, keep: 2);
        for (var key = 0; key <= MatchTimesSet.MostKeys; key++)
        {
            times.Add(new StableId(2), BitConverter.GetBytes(key), time: 2 + key, now: 2 + key, 2 * Window, keep: 2);
        }

        var now = 2 + MatchTimesSet.MostKeys;
        Assert.Equal(2, times.Add(new StableId(1), [7], time: 2, now: 2, Window, keep: 2));
        Assert.Equal(2, times.Add(new StableId(2), BitConverter.GetBytes(1), time: now, now, 2 * Window, keep: 2));
        Assert.Equal(1, times.Add(new StableId(2), BitConverter.GetBytes(0), time: now, now, 2 * Window, keep: 2));
    }
}
