using Triggers.Conformance.Suites;
using Triggers.Runtime.Ports;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Conformance.Stores;

/// <summary>K0 and K5 of <see cref="IStateStore"/>: claim, reset, copy, finish.</summary>
public abstract class TakeOverConformance : StoreConformance
{
    [SuiteFact]
    public async Task An_empty_partition_has_no_stamp_and_no_states() => Assert.Equal("nobody applied nothing no position:", await Subject.Content());

    [SuiteFact]
    public async Task Claim_of_an_empty_partition_replaces_nothing()
    {
        Assert.Equal(default, await Subject.Claim(Mine));
        Assert.Equal("mine copying no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task Claim_takes_the_partition_whatever_was_there_and_returns_the_stamp_it_replaced()
    {
        await Subject.TakeOver(10);
        await Subject.StoreBatch(Batch(10, 20, State(1, "a", 100)));

        Assert.Equal("mine applied 20 position 1020 (5020)", Text(await Subject.Claim(Other)));
        Assert.Equal("other copying position 1020 (5020): 1=a@100", await Subject.Content());
        Assert.Equal("other copying position 1020 (5020)", Text(await Subject.Claim(Mine)));
    }

    [SuiteFact]
    public async Task Claims_of_partitions_are_independent()
    {
        await Subject.Claim(Mine);
        Assert.Equal("nobody applied nothing no position:", await Subject.Content(Partition + 1));
    }

    [SuiteFact]
    public async Task Scripts_on_an_unclaimed_partition_are_BEHIND()
    {
        StoreReply[] replies =
        [
            await Subject.Reset(Mine, null), await Subject.Copy(Chunk(null, 5)), await Subject.Finish(Mine, null, 0), await Subject.StoreBatch(Batch(0, 1)),
        ];
        Assert.Equal([StoreReply.Behind, StoreReply.Behind, StoreReply.Behind, StoreReply.Behind], replies);
    }

    [SuiteFact]
    public async Task Scripts_under_another_token_are_FENCED_and_write_nothing()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a", 100)));
        StoreReply[] whileCopying =
        [
            await Subject.Reset(Other, 5), await Subject.Copy(ChunkOf(Other, 5, 6, State(1, "b"))), await Subject.Finish(Other, 5, 9),
            await Subject.StoreBatch(BatchOf(Other, 9, 10, State(1, "b"))),
        ];
        Assert.Equal([StoreReply.Fenced, StoreReply.Fenced, StoreReply.Fenced, StoreReply.Fenced], whileCopying);
        Assert.Equal("mine copying position 5 (5005): 1=a@100", await Subject.Content());

        await Subject.Finish(Mine, 5, 9);
        Assert.Equal(StoreReply.Fenced, await Subject.StoreBatch(BatchOf(Other, 9, 10, State(1, "b"))));
        Assert.Equal(StoreReply.Fenced, await Subject.Finish(Other, 5, 9));
        Assert.Equal("mine applied 9 position 5 (5005): 1=a@100", await Subject.Content());
    }

    [SuiteFact]
    public async Task Reset_deletes_states_timers_and_position_and_leaves_the_claim()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a", 100), State(2, "b")));

        Assert.Equal(StoreReply.Ok, await Subject.Reset(Mine, 5));
        Assert.Equal("mine copying no position:", await Subject.Content());
        Assert.Equal("", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task Reset_sent_again_is_ALREADY_and_a_late_one_does_not_delete_what_was_copied_since()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a")));
        await Subject.Reset(Mine, 5);
        Assert.Equal(StoreReply.Already, await Subject.Reset(Mine, 5));

        await Subject.Copy(Chunk(null, 7, State(2, "b")));
        Assert.Equal(StoreReply.Behind, await Subject.Reset(Mine, 5));
        Assert.Equal(StoreReply.Behind, await Subject.Reset(Mine, null));
        Assert.Equal("mine copying position 7 (5007): 2=b", await Subject.Content());
    }

    [SuiteFact]
    public async Task Reset_without_a_position_deletes_all_the_same()
    {
        await Subject.Claim(Mine);
        Assert.Equal(StoreReply.Ok, await Subject.Reset(Mine, null));
        Assert.Equal(StoreReply.Ok, await Subject.Reset(Mine, null));
        Assert.Equal("mine copying no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task Reset_after_the_copy_ended_is_BEHIND()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a")));
        await Subject.Finish(Mine, 5, 9);
        Assert.Equal(StoreReply.Behind, await Subject.Reset(Mine, 5));
        Assert.Equal("mine applied 9 position 5 (5005): 1=a", await Subject.Content());
    }

    [SuiteFact]
    public async Task Chunks_are_applied_one_on_the_other()
    {
        await Subject.Claim(Mine);
        Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(null, 5, State(1, "a", 100), State(2, "b", 200), State(3, "c"))));
        Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(5, 8, State(1, "A"), State(2, null), State(4, "d", 50))));
        Assert.Equal("mine copying position 8 (5008): 1=A 3=c 4=d@50", await Subject.Content());
        Assert.Equal("4@50", await Subject.Timers(0, 1_000, 10));
    }

    [SuiteFact]
    public async Task A_chunk_sent_again_is_ALREADY_and_a_late_one_is_BEHIND()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a")));
        Assert.Equal(StoreReply.Already, await Subject.Copy(Chunk(null, 5, State(1, "a"))));
        await Subject.Copy(Chunk(5, 8, State(1, "b")));
        Assert.Equal(StoreReply.Behind, await Subject.Copy(Chunk(null, 5, State(1, "a"))));
        Assert.Equal(StoreReply.Behind, await Subject.Copy(Chunk(7, 9, State(1, "c"))));
        Assert.Equal("mine copying position 8 (5008): 1=b", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_chunk_that_ends_at_the_position_it_starts_from_is_applied_every_time()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5));
        Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(5, 5, State(1, "a"))));
        Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(5, 5, State(1, "a"))));
        Assert.Equal("mine copying position 5 (5005): 1=a", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_chunk_after_the_copy_ended_is_BEHIND()
    {
        await Subject.TakeOver(9);
        Assert.Equal(StoreReply.Behind, await Subject.Copy(Chunk(null, 5, State(1, "a"))));
        Assert.Equal("mine applied 9 no position:", await Subject.Content());
    }

    [SuiteFact]
    public async Task A_chunk_may_have_any_number_of_states()
    {
        foreach (var count in (int[])[1_000, 1_001, 2_500])
        {
            var before = (await Subject.Claim(Mine)).Position;
            await Subject.Reset(Mine, before);
            StateEntry[] states = [.. Enumerable.Range(1, count).Select(i => State((uint)i, $"s{i}", i))];
            Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(null, 5, states)));
            Assert.Equal(StoreReply.Already, await Subject.Copy(Chunk(null, 5, states)));
            Assert.Equal($"mine copying position 5 (5005):{string.Concat(Enumerable.Range(1, count).Select(i => $" {i}=s{i}@{i}"))}", await Subject.Content());

            StateEntry[] deleted = [.. states.Select(state => state with { Blob = null })];
            Assert.Equal(StoreReply.Ok, await Subject.Copy(Chunk(5, 6, deleted)));
            Assert.Equal("mine copying position 6 (5006):", await Subject.Content());
            Assert.Equal("", await Subject.Timers(0, 10_000, 10));
        }
    }

    [SuiteFact]
    public async Task Finish_sets_applied_and_sent_again_is_ALREADY()
    {
        await Subject.Claim(Mine);
        await Subject.Copy(Chunk(null, 5, State(1, "a")));
        Assert.Equal(StoreReply.Ok, await Subject.Finish(Mine, 5, 9));
        Assert.Equal(StoreReply.Already, await Subject.Finish(Mine, 5, 9));
        Assert.Equal("mine applied 9 position 5 (5005): 1=a", await Subject.Content());
    }

    [SuiteFact]
    public async Task Finish_from_another_position_or_at_another_offset_is_BEHIND()
    {
        await Subject.Claim(Mine);
        Assert.Equal(StoreReply.Behind, await Subject.Finish(Mine, 5, 9));
        await Subject.Copy(Chunk(null, 5));
        Assert.Equal(StoreReply.Behind, await Subject.Finish(Mine, null, 9));
        Assert.Equal(StoreReply.Behind, await Subject.Finish(Mine, 4, 9));
        await Subject.Finish(Mine, 5, 9);
        Assert.Equal(StoreReply.Behind, await Subject.Finish(Mine, 5, 8));
        Assert.Equal("mine applied 9 position 5 (5005):", await Subject.Content());
    }

    [SuiteFact]
    public async Task Finish_of_a_former_copy_arriving_late_changes_nothing()
    {
        await Subject.TakeOver(9);
        await Subject.StoreBatch(Batch(9, 10, State(1, "a")));
        Assert.Equal(StoreReply.Behind, await Subject.Finish(Mine, null, 9));
        await Subject.Claim(Other);
        Assert.Equal(StoreReply.Fenced, await Subject.Finish(Mine, 1_010, 10));
        Assert.Equal("other copying position 1010 (5010): 1=a", await Subject.Content());
    }
}
