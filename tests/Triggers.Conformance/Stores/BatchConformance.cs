using System.Text;
using Triggers.Conformance.Suites;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Conformance.Stores;

/// <summary>K4 of <see cref="IStateStore"/>: batches in order, fenced, safe to resend.</summary>
public abstract class BatchConformance : StoreConformance
{
    [SuiteFact]
    public async Task A_batch_writes_states_timers_applied_and_position_together()
    {
        await Subject.TakeOver(10);
        Assert.Equal(StoreReply.Ok, await Subject.StoreBatch(Batch(10, 20, State(1, "a", 100), State(2, "b"))));
        Assert.Equal(StoreReply.Ok, await Subject.StoreBatch(Batch(20, 25, State(2, "B", 50))));
        Assert.Equal("mine applied 25 position 1025 (5025): 1=a@100 2=B@50", await Subject.Content());
        Assert.Equal("2@50 1@100", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task A_batch_without_states_moves_applied_and_position()
    {
        await Subject.TakeOver(10);
        Assert.Equal(StoreReply.Ok, await Subject.StoreBatch(Batch(10, 20)));
        Assert.Equal("mine applied 20 position 1020 (5020):", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_batch_sent_again_is_ALREADY_now_and_after_the_next_and_writes_nothing()
    {
        await Subject.TakeOver(10);
        await Subject.StoreBatch(Batch(10, 20, State(1, "a")));
        Assert.Equal(StoreReply.Already, await Subject.StoreBatch(Batch(10, 20, State(1, "late"))));
        await Subject.StoreBatch(Batch(20, 25, State(1, "b")));
        Assert.Equal(StoreReply.Already, await Subject.StoreBatch(Batch(10, 20, State(1, "late"))));
        Assert.Equal("mine applied 25 position 1025 (5025): 1=b", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_batch_that_leaves_a_gap_is_BEHIND()
    {
        await Subject.TakeOver(10);
        Assert.Equal(StoreReply.Behind, await Subject.StoreBatch(Batch(20, 25, State(1, "a"))));
        Assert.Equal(StoreReply.Behind, await Subject.StoreBatch(Batch(9, 25, State(1, "a"))));
        Assert.Equal("mine applied 10 no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task Applied_is_compared_as_a_number()
    {
        await Subject.TakeOver(100_000_000_000);
        Assert.Equal(StoreReply.Behind, await Subject.StoreBatch(Batch(999_999_999_999, 1_000_000_000_000, State(1, "a"))));
        Assert.Equal(StoreReply.Already, await Subject.StoreBatch(Batch(8, 9, State(1, "a"))));
        Assert.Equal(StoreReply.Ok, await Subject.StoreBatch(Batch(100_000_000_000, 100_000_000_001)));
        Assert.Equal("mine applied 100000000001 position 100000001001 (100000005001):", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_batch_while_copying_is_BEHIND()
    {
        await Subject.Claim(Mine);
        Assert.Equal(StoreReply.Behind, await Subject.StoreBatch(Batch(0, 5, State(1, "a"))));
        Assert.Equal("mine copying no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_batch_of_a_former_owner_is_FENCED_also_when_the_next_owner_stands_at_the_same_offset()
    {
        await Subject.TakeOver(10);
        await Subject.Claim(Other);
        await Subject.Finish(Other, null, 10);
        Assert.Equal(StoreReply.Fenced, await Subject.StoreBatch(Batch(10, 20, State(1, "a"))));
        Assert.Equal("other applied 10 no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_null_blob_deletes_state_and_timer()
    {
        await Subject.TakeOver(10);
        await Subject.StoreBatch(Batch(10, 20, State(1, "a", 100), State(2, "b", 200)));
        await Subject.StoreBatch(Batch(20, 30, State(1, null), State(7, null)));
        Assert.Equal("mine applied 30 position 1030 (5030): 2=b@200", await Subject.Content());
        Assert.Equal("2@200", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task A_state_without_deadline_takes_its_timer_away()
    {
        await Subject.TakeOver(10);
        await Subject.StoreBatch(Batch(10, 20, State(1, "a", 100)));
        await Subject.StoreBatch(Batch(20, 30, State(1, "a")));
        Assert.Equal("mine applied 30 position 1030 (5030): 1=a", await Subject.Content());
        Assert.Equal("", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task A_batch_of_a_thousand_states_is_one_batch()
    {
        await Subject.TakeOver(0);
        StateEntry[] states = [.. Enumerable.Range(1, 1_000).Select(i => State((uint)i, $"s{i}", i))];
        Assert.Equal(StoreReply.Ok, await Subject.StoreBatch(Batch(0, 1_000, states)));
        var load = await Subject.Load([.. states.Select(state => state.Customer)]);
        Assert.Equal("mine applied 1000 position 2000 (6000)", Text(load.Stamp));
        Assert.Equal(states.Select(state => Encoding.UTF8.GetString(state.Blob!)), load.Blobs.Select(blob => Encoding.UTF8.GetString(blob!)));
    }

    [SuiteFact]
    public async Task Blobs_come_back_byte_for_byte_also_empty_ones()
    {
        await Subject.TakeOver(0);
        byte[] every = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        await Subject.StoreBatch(Batch(0, 1, new StateEntry(Customer(1), every, Timestamp.Never), new StateEntry(Customer(2), [], Timestamp.Never)));
        var load = await Subject.Load(Customer(1), Customer(2));
        Assert.Equal<byte[]?>([every, []], load.Blobs);
    }

    [SuiteFact]
    public async Task Partitions_are_independent()
    {
        await Subject.TakeOver(10);
        await Subject.StoreBatch(Batch(10, 20, State(1, "a", 100)));
        Assert.Equal("nobody applied nothing no position:", await Subject.Content(Partition + 1));
        Assert.Equal([null], (await Subject.Store.LoadAsync(Partition + 1, [Customer(1)], CancellationToken.None)).Blobs);
    }
}
