using Triggers.Model.Customers;
using Triggers.Runtime.Partitions;
using Xunit;

namespace Triggers.Tests.Partitions;

public sealed class StateCacheTests
{
    private static readonly CustomerKey Ann = new(0, 1);
    private static readonly CustomerKey Bob = new(0, 2);
    private static readonly CustomerKey Cid = new(0, 3);

    [Fact]
    public void A_complete_cache_says_new_of_whom_it_does_not_know_and_one_over_a_store_says_not_here()
    {
        var (complete, over) = (StateCache.OfEverything(), StateCache.OverStore(10));

        Assert.Equal((CacheAnswer.New, true), (complete.Find(Ann, out _), complete.Contains(Ann)));
        Assert.Equal((CacheAnswer.NotHere, false), (over.Find(Ann, out _), over.Contains(Ann)));
    }

    [Fact]
    public void An_empty_state_is_not_a_new_customer()
    {
        var cache = StateCache.OverStore(10);
        cache.PutNew(Ann);
        cache.Put(Bob, []);

        Assert.Equal((CacheAnswer.New, CacheAnswer.Found), (cache.Find(Ann, out _), cache.Find(Bob, out var blob)));
        Assert.True(blob.IsEmpty);
        Assert.Equal([Bob], cache.All().Select(state => state.Key));
    }

    [Fact]
    public void A_state_of_any_length_comes_back_as_it_was()
    {
        var cache = StateCache.OfEverything();
        for (var length = 0; length < 10_000; length++)
        {
            // Three customers, so that a state moves up through all sizes, down through all sizes, and a new one is made of each.
            cache.Put(Ann, Blob(length, 1));
            cache.Put(Bob, Blob(9_999 - length, 2));
            cache.Put(new(0, (ulong)length + 10), Blob(length, 3));

            Assert.Equal(Blob(length, 1), Found(cache, Ann));
            Assert.Equal(Blob(9_999 - length, 2), Found(cache, Bob));
        }

        Assert.All(Enumerable.Range(0, 10_000), length => Assert.Equal(Blob(length, 3), Found(cache, new(0, (ulong)length + 10))));
        Assert.Equal(10_002, cache.Count);
    }

    [Fact]
    public void A_state_that_was_used_gets_a_second_chance()
    {
        var cache = StateCache.OverStore(3);
        cache.Put(Ann, [1]);
        cache.Put(Bob, [2]);
        cache.Put(Cid, [3]);
        cache.Put(new(0, 4), [4]);
        var gone = new[] { Ann, Bob, Cid }.Single(customer => !cache.Contains(customer));
        var used = new[] { Ann, Bob, Cid }.First(cache.Contains);

        cache.Find(used, out _);
        cache.Put(gone, [9]);

        Assert.True(cache.Contains(used));
        Assert.Equal(3, cache.Count);
    }

    [Fact]
    public void A_state_that_is_not_stored_stays_however_many_others_come()
    {
        var cache = StateCache.OverStore(5);
        cache.PutDirty(Ann, [1], until: 10);
        cache.PutDirty(Bob, [2], until: 10);
        cache.PutDirty(Ann, [3], until: 20);
        cache.Unpin(10);

        Flood(cache);

        Assert.Equal((byte[])[3], Found(cache, Ann));
        Assert.False(cache.Contains(Bob));
        cache.Unpin(20);
        Flood(cache);
        Assert.False(cache.Contains(Ann));
    }

    [Fact]
    public void States_that_were_stored_in_one_go_leave_no_more_than_the_capacity()
    {
        var cache = StateCache.OverStore(5);
        for (var i = 0; i < 1_000; i++)
        {
            cache.PutDirty(new(0, (ulong)i), Blob(i % 100, i), until: 1 + (i / 100));
        }

        Assert.Equal(1_000, cache.Count);
        cache.Unpin(9);
        Assert.Equal(105, cache.Count);
        cache.Unpin(10);
        Assert.Equal(5, cache.Count);
    }

    [Fact]
    public void What_the_store_has_never_takes_the_place_of_what_it_will_have()
    {
        var cache = StateCache.OverStore(5);
        cache.PutDirty(Ann, [1], until: 10);

        Assert.Throws<InvalidOperationException>(() => cache.Put(Ann, [0]));
        Assert.Throws<InvalidOperationException>(() => cache.PutNew(Ann));
        Assert.Throws<ArgumentOutOfRangeException>(() => cache.PutDirty(Bob, [1], until: 9));
    }

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(2, 5, 40)]
    [InlineData(3, 50, 300)]
    [InlineData(4, 200, 150)]
    [InlineData(5, 1_000, 5_000)]
    public void It_knows_what_a_dictionary_knows_and_drops_only_what_is_stored(int seed, int capacity, int customers)
    {
        var (cache, twin, model, random) = (StateCache.OverStore(capacity), StateCache.OverStore(capacity), new PlainCache(), new Random(seed));
        var offset = 0L;
        for (var step = 0; step < 20_000; step++)
        {
            var customer = random.Next(customers) is var number && random.Next(2) == 0 ? new CustomerKey(0, (ulong)number) : new CustomerKey((ulong)number, 0);
            offset += random.Next(3) == 0 ? random.Next(5) : 0;
            Change([cache, twin], model, random, customer, offset);

            AssertKnows(cache, model, customer);
            AssertKnows(twin, model, customer);
            Assert.InRange(cache.Count - model.Pinned, 0, capacity);
            if (step % 1_000 == 0)
            {
                Compare(cache, twin, model);
            }
        }
    }

    [Fact]
    public void What_comes_and_goes_leaves_no_memory_behind()
    {
        var (cache, random) = (StateCache.OverStore(2_000), new Random(6));
        for (var i = 0; i < 300_000; i++)
        {
            // States of all customers grow slowly, so that pages of one size become free for the next.
            cache.Put(new(0, (ulong)random.Next(100_000)), new byte[40 + (i / 1_000) + random.Next(30)]);
        }

        Assert.InRange(cache.Bytes, 2_000 * 370, 2_000 * 370 * 2);
    }

    [Fact]
    public void Reading_and_writing_known_customers_of_changing_size_allocates_nothing()
    {
        var (cache, random) = (StateCache.OverStore(5_000), new Random(7));
        var blob = new byte[600];
        Churn(cache, random, blob, 200_000, 0);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Churn(cache, random, blob, 200_000, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Churn(StateCache cache, Random random, byte[] blob, int times, long offset)
    {
        for (var i = 0; i < times; i++)
        {
            var customer = new CustomerKey(0, (ulong)random.Next(10_000));
            if (cache.Find(customer, out var found) == CacheAnswer.Found && found[0] == 255)
            {
                throw new InvalidOperationException("No blob begins with 255.");
            }

            var state = blob.AsSpan(0, random.Next(1, blob.Length));
            if (cache.Contains(customer) || random.Next(2) == 0)
            {
                cache.PutDirty(customer, state, offset + (i / 200));
                cache.Unpin(offset + (i / 200) - 5);
            }
            else
            {
                cache.Put(customer, state);
            }
        }
    }

    /// <summary>The same change to all: something comes from the store, a batch changes a state, or batches are stored.</summary>
    private static void Change(StateCache[] caches, PlainCache model, Random random, CustomerKey customer, long offset)
    {
        var blob = Blob(random.Next(10) == 0 ? random.Next(6_000) : random.Next(120), random.Next());
        var (kind, isPinned, isHere, applied) = (random.Next(8), model.IsPinned(customer), caches[0].Contains(customer), offset - random.Next(30));
        if (kind < 2 && !isPinned)
        {
            Each(cache => cache.Put(customer, blob));
            model.Put(customer, blob);
        }
        else if (kind == 2 && !isPinned)
        {
            Each(cache => cache.PutNew(customer));
            model.Put(customer, null);
        }
        else if (kind is 3 or 4 && isHere)
        {
            Each(cache => cache.PutDirty(customer, blob, offset));
            model.Put(customer, blob, offset);
        }
        else if (kind == 5)
        {
            Each(cache => cache.Unpin(applied));
            model.Unpin(applied);
        }

        void Each(Action<StateCache> change) => Array.ForEach(caches, change);
    }

    private static void AssertKnows(StateCache cache, PlainCache model, CustomerKey customer)
    {
        var expected = model.Find(customer, out var expectedBlob);
        var isHere = cache.Contains(customer);
        var answer = cache.Find(customer, out var blob);
        Assert.Equal(isHere, answer != CacheAnswer.NotHere);
        Assert.True(isHere || !model.IsPinned(customer));
        if (isHere)
        {
            Assert.Equal(expected, answer);
            Assert.Equal(expectedBlob, blob.ToArray());
        }
    }

    private static void Compare(StateCache cache, StateCache twin, PlainCache model)
    {
        Assert.Equal(model.Customers.Where(cache.Contains), model.Customers.Where(twin.Contains));
        Assert.Equal(cache.All().OrderBy(state => state.Key), twin.All().OrderBy(state => state.Key));
        Assert.All(model.Customers.Where(model.IsPinned), customer => Assert.True(cache.Contains(customer)));
        foreach (var (customer, blob) in cache.All())
        {
            model.Find(customer, out var expected);
            Assert.Equal(expected, blob);
        }
    }

    private static void Flood(StateCache cache)
    {
        for (var i = 0; i < 20; i++)
        {
            cache.Put(new(0, (ulong)(100 + i)), [0]);
        }
    }

    private static byte[] Blob(int length, int seed)
    {
        var blob = new byte[length];
        new Random(seed + length).NextBytes(blob);
        return blob;
    }

    private static byte[] Found(StateCache cache, CustomerKey customer)
    {
        Assert.Equal(CacheAnswer.Found, cache.Find(customer, out var blob));
        return blob.ToArray();
    }
}
