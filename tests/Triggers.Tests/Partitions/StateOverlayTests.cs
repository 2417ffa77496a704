using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Model.Customers;
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
