using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class MeasuredStateStoreTests
{
    [Fact]
    public async Task A_call_is_told_with_how_it_ended_and_a_lost_one_makes_the_store_failing_until_the_next_answer()
    {
        var clock = new SetClock();
        var fault = Fault.None;
        using var instruments = new Instruments(clock);
        await using var store = new MeasuredStateStore(new InMemoryStateStore(_ => fault), instruments.Metrics, clock);
        await store.StampAsync(3, CancellationToken.None);
        Assert.Null(store.Failing);

        fault = Fault.RequestLost;
        await Assert.ThrowsAsync<OutsideFault>(() => store.StampAsync(3, CancellationToken.None));
        Assert.Equal(StoreReply.Unknown, await store.ResetAsync(3, Epoch.New(), null, CancellationToken.None));
        clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), store.Failing);

        fault = Fault.None;
        Assert.Equal(StoreReply.Behind, await store.ResetAsync(3, Epoch.New(), null, CancellationToken.None));
        Assert.Null(store.Failing);
        var counts = instruments.Text("triggers_store_duration_seconds_count");
        Assert.Equal(
            """
            triggers_store_duration_seconds_count{operation="stamp",outcome="ok"} 1
            triggers_store_duration_seconds_count{operation="stamp",outcome="failed"} 1
            triggers_store_duration_seconds_count{operation="reset",outcome="unknown"} 1
            triggers_store_duration_seconds_count{operation="reset",outcome="behind"} 1

            """,
            counts);
    }
}
