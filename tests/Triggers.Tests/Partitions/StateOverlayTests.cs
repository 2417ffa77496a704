using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Partitions;

public sealed class StateOverlayTests
{
    private static readonly CustomerKey Ann = new(0, 1);
    private static readonly CustomerKey Bob = new(0, 2);
    private static readonly CustomerKey Cid = new(0, 3);

    [Fact]
    public void States_that_changed_come_in_order_of_their_customers_each_once()
    {
        var overlay = new StateOverlay(StateCache.OfEverything());
        foreach (var customer in (CustomerKey[])[Cid, Ann, Cid, Bob, Ann])
        {
            overlay.MarkChanged(overlay.Open(customer)!);
        }

        Assert.Equal([Ann, Bob, Cid], Changed(overlay));
    }

    [Fact]
    public void A_state_that_was_only_looked_at_is_not_among_the_changed()
    {
        var overlay = new StateOverlay(StateCache.OfEverything());
        overlay.Open(Ann);

        Assert.Empty(Changed(overlay));
    }

    [Fact]
    public void A_state_that_is_not_at_hand_is_missing_until_it_was_loaded()
    {
        var cache = StateCache.OverStore(10);
        var overlay = new StateOverlay(cache);
        Assert.Null(overlay.Open(Ann));
        Assert.Equal([Ann], overlay.Missing);

        cache.PutNew(Ann);
        overlay.ForgetMissing();

        Assert.Equal(Ann, overlay.Open(Ann)?.Customer);
        Assert.Empty(overlay.Missing);
    }

    [Fact]
    public void Thousands_of_open_states_are_found_again_also_when_customers_are_numbered()
    {
        var overlay = new StateOverlay(StateCache.OfEverything());
        foreach (var batch in (int[])[5_000, 10, 7_000])
        {
            CustomerKey[] customers =
            [
                .. Enumerable.Range(0, batch).Select(number => new CustomerKey(0, (ulong)number)),
                .. Enumerable.Range(1, batch).Select(number => new CustomerKey((ulong)number, 0)),
            ];
            var opened = customers.Select(customer => overlay.Open(customer)!).ToList();

            Assert.Equal(customers, opened.Select(state => state.Customer));
            Assert.All(customers.Zip(opened), pair => Assert.Same(pair.Second, overlay.Open(pair.First)));
            Assert.Equal(customers.Length, overlay.OpenCount);
            overlay.Clear();
            Assert.Equal(0, overlay.OpenCount);
        }
    }

    [Fact]
    public void The_deadline_before_the_batch_is_known_of_open_customers_alone()
    {
        var overlay = new StateOverlay(StateCache.OfEverything());
        overlay.Open(Ann);

        Assert.Equal(Timestamp.Never, overlay.DeadlineBefore(Ann));
        Assert.Throws<KeyNotFoundException>(() => overlay.DeadlineBefore(Bob));
    }

    private static byte[] AssumedBlob() =>
        StateCodec.Encode(AssumedCustomer.Create(Shop.Plan(), Ann, Shop.Ann, [], Shop.Ten));

    [Fact]
    public void An_emptied_overlay_sees_what_the_cache_has_and_not_what_the_batch_before_did()
    {
        var cache = StateCache.OfEverything();
        var overlay = new StateOverlay(cache);
        StateCodec.Decode(Ann, AssumedBlob(), overlay.Open(Ann)!);
        overlay.MarkChanged(overlay.Open(Ann)!);
        overlay.Clear();

        Assert.Null(overlay.Open(Ann)!.Identifier);
        Assert.Empty(Changed(overlay));
        overlay.Clear();
        cache.Put(Ann, StateCodec.Encode(new CustomerState(Ann)));
        Assert.Equal(StateCodec.Encode(new CustomerState(Ann)), StateCodec.Encode(overlay.Open(Ann)!));
    }

    private static CustomerKey[] Changed(StateOverlay overlay)
    {
        var customers = new CustomerKey[overlay.ChangedCount];
        for (var i = 0; i < customers.Length; i++)
        {
            customers[i] = overlay.Changed()[i].Customer;
        }

        return customers;
    }
}
