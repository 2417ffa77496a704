using Triggers.Conformance.Stores;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Conformance.InMemory;

/// <summary>What only the reference can do: lost requests and replies, late copies, FLUSHALL, restored snapshots.</summary>
public sealed class StoreFaultTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly InMemoryStateStore _store;
    private readonly StoreSubject _subject;
    private Fault _next;

    public StoreFaultTests()
    {
        _store = new(_ =>
        {
            var fault = _next;
            _next = Fault.None;
            return fault;
        });
        _subject = new(_store, _store.ScanAsync);
    }

    [Theory]
    [InlineData(Fault.RequestLost, "mine applied 10 no position:", StoreReply.Ok)]
    [InlineData(Fault.ReplyLost, "mine applied 20 position 1020 (5020): 1=a", StoreReply.Already)]
    public async Task A_write_without_answer_happened_or_not_and_is_sent_again(Fault fault, string content, StoreReply again)
    {
        await _subject.TakeOver(10);
        _next = fault;
        Assert.Equal(StoreReply.Unknown, await _subject.StoreBatch(Batch(10, 20, State(1, "a"))));
        Assert.Equal(content, await _subject.Content());
        Assert.Equal(again, await _subject.StoreBatch(Batch(10, 20, State(1, "a"))));
    }

    [Theory]
    [InlineData(Fault.RequestLost, "mine applied 10 no position:")]
    [InlineData(Fault.ReplyLost, "other copying no position:")]
    public async Task A_claim_without_answer_happened_or_not(Fault fault, string content)
    {
        await _subject.TakeOver(10);
        _next = fault;
        Assert.True((await Assert.ThrowsAsync<OutsideFault>(() => _subject.Claim(Other))).Retry);
        Assert.Equal(content, await _subject.Content());
    }

    [Fact]
    public async Task A_read_without_answer_is_a_fault_that_passes()
    {
        _next = Fault.RequestLost;
        Assert.True((await Assert.ThrowsAsync<OutsideFault>(() => _subject.Load(Customer(1)))).Retry);
    }

    [Fact]
    public async Task A_late_copy_of_a_claim_takes_the_token_back()
    {
        _next = Fault.Duplicated;
        await _subject.Claim(Mine);
        await _subject.Claim(Other);
        await _subject.Finish(Other, null, 10);
        Assert.Equal(1, _store.LateCopies);

        _store.DeliverLate(0);
        Assert.Equal("mine copying no position:", await _subject.Content());
        Assert.Equal(StoreReply.Fenced, await _subject.StoreBatch(BatchOf(Other, 10, 20, State(1, "a"))));
        Assert.Equal(0, _store.LateCopies);
    }

    [Fact]
    public async Task After_a_flush_writes_are_BEHIND()
    {
        await _subject.TakeOver(10);
        _store.Flush();
        Assert.Equal(StoreReply.Behind, await _subject.StoreBatch(Batch(10, 20, State(1, "a"))));
        Assert.Equal("nobody applied nothing no position:", await _subject.Content());
    }

    [Fact]
    public async Task A_restored_snapshot_is_behind_or_somebody_elses_and_can_be_restored_again()
    {
        await _subject.TakeOver(10);
        await _subject.StoreBatch(Batch(10, 20, State(1, "a", 100)));
        var snapshot = _store.Snapshot();
        await _subject.StoreBatch(Batch(20, 30, State(1, "b", 200)));

        _store.Restore(snapshot);
        Assert.Equal(StoreReply.Behind, await _subject.StoreBatch(Batch(30, 40, State(1, "c"))));
        Assert.Equal(StoreReply.Ok, await _subject.StoreBatch(Batch(20, 30, State(1, "b"))));
        await _subject.Claim(Other);

        _store.Restore(snapshot);
        Assert.Equal("mine applied 20 position 1020 (5020): 1=a@100", await _subject.Content());
        Assert.Equal(StoreReply.Fenced, await _subject.StoreBatch(BatchOf(Other, 20, 30)));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _subject.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
