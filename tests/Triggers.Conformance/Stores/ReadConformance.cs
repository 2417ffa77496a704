using System.Text;
using Triggers.Conformance.Suites;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Conformance.Stores;

/// <summary>The reads of <see cref="IStateStore"/>: states with their stamp, timers in order and by pages.</summary>
public abstract class ReadConformance : StoreConformance
{
    [SuiteFact]
    public async Task States_come_in_the_order_asked_for_and_null_where_there_is_none()
    {
        await Subject.TakeOver(0);
        await Subject.StoreBatch(Batch(0, 5, State(1, "a"), State(2, "b")));
        var load = await Subject.Load(Customer(9), Customer(2), Customer(1), Customer(2));
        Assert.Equal("mine applied 5 position 1005 (5005)", Text(load.Stamp));
        Assert.Equal([null, "b", "a", "b"], load.Blobs.Select(blob => blob is null ? null : Encoding.UTF8.GetString(blob)));
    }

    [SuiteFact]
    public async Task Loading_nothing_still_brings_the_stamp()
    {
        await Subject.TakeOver(5);
        var load = await Subject.Load();
        Assert.Equal(("mine applied 5 no position", 0), (Text(load.Stamp), load.Blobs.Count));
    }

    [SuiteFact]
    public async Task Loading_from_an_empty_partition_says_that_it_is_nobodys()
    {
        var load = await Subject.Load(Customer(1));
        Assert.Equal(default, load.Stamp);
        Assert.Equal([null], load.Blobs);
    }

    [SuiteFact]
    public async Task Stamp_and_states_of_a_load_belong_together_while_batches_are_stored()
    {
        await Subject.TakeOver(0);
        var storing = Task.Run(async () =>
        {
            for (var to = 1; to <= 300; to++)
            {
                await Subject.StoreBatch(Batch(to - 1, to, State(1, $"{to}", to), State(2, $"{to}", to)));
            }
        });
        do
        {
            var load = await Subject.Load(Customer(1), Customer(2));
            var expected = load.Stamp.Applied is > 0 ? $"{load.Stamp.Applied}" : null;
            Assert.Equal([expected, expected], load.Blobs.Select(blob => blob is null ? null : Encoding.UTF8.GetString(blob)));

            var timers = await Subject.Store.LoadTimersAsync(Partition, Timestamp.Beginning, Timestamp.Never, 10, CancellationToken.None);
            Assert.All(timers.Timers, timer => Assert.Equal(timers.Stamp.Applied, timer.Deadline.UnixMilliseconds));
        }
        while (!storing.IsCompleted);
        await storing;
    }

    [SuiteFact]
    public async Task Timers_come_by_deadline_then_customer()
    {
        await Subject.TakeOver(0);
        await Subject.StoreBatch(Batch(0, 1, State(5, "e", 300), State(2, "b", 100), State(10, "j", 100), State(300, "x", 100), State(1, "a", 200), State(4, "d")));
        Assert.Equal("2@100 10@100 300@100 1@200 5@300", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task Timers_of_a_window_include_its_start_and_not_its_end()
    {
        await Subject.TakeOver(0);
        await Subject.StoreBatch(Batch(0, 1, State(1, "a", 99), State(2, "b", 100), State(3, "c", 199), State(4, "d", 200)));
        Assert.Equal("2@100 3@199", await Subject.Timers(100, 200, 10));
    }

    [SuiteFact]
    public async Task Timers_are_read_by_pages_from_the_last_deadline_on()
    {
        await Subject.TakeOver(0);
        await Subject.StoreBatch(Batch(0, 1, State(1, "a", 100), State(2, "b", 200), State(3, "c", 200), State(4, "d", 300)));
        Assert.Equal("1@100 2@200", await Subject.Timers(0, 1_000, 2));
        Assert.Equal("2@200 3@200 4@300", await Subject.Timers(200, 1_000, 3));
        Assert.Equal("4@300", await Subject.Timers(300, 1_000, 2));
    }

    [SuiteFact]
    public async Task Timers_of_real_instants_are_exact_to_the_millisecond_and_the_window_may_be_everything()
    {
        await Subject.TakeOver(0);
        const long deadline = 4_102_444_799_999;
        await Subject.StoreBatch(Batch(0, 1, State(1, "a", deadline), State(2, "b", deadline - 1)));
        Assert.Equal($"2@{deadline - 1} 1@{deadline}", await Subject.Timers(Timestamp.Beginning.UnixMilliseconds, Timestamp.Never.UnixMilliseconds, 10));
    }

    [SuiteFact]
    public async Task Timers_carry_the_stamp()
    {
        await Subject.TakeOver(0);
        await Subject.StoreBatch(Batch(0, 1, State(1, "a", 100)));
        var load = await Subject.Store.LoadTimersAsync(Partition, new(0), new(200), 10, CancellationToken.None);
        Assert.Equal("mine applied 1 position 1001 (5001)", Text(load.Stamp));
        Assert.Equal([(new Timestamp(100), Customer(1))], load.Timers);
    }

    [SuiteFact]
    public async Task Customers_may_have_any_key()
    {
        await Subject.TakeOver(0);
        CustomerKey[] keys = [default, new(ulong.MaxValue, ulong.MaxValue), new(0, 0x0a0d), CustomerKey.Read("applied\0\0\0\0\0\0\0\0\0"u8)];
        await Subject.StoreBatch(Batch(0, 1, [.. keys.Select(key => new StateEntry(key, [1], new(7)))]));
        var load = await Subject.Load(keys);
        Assert.All(load.Blobs, blob => Assert.Equal([1], blob));
        var timers = await Subject.Store.LoadTimersAsync(Partition, new(0), new(10), 10, CancellationToken.None);
        Assert.Equal(keys.Order(), timers.Timers.Select(timer => timer.Customer));
    }
}
