using Triggers.Engine.Timers;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Timers;

public class TimerWheelTests
{
    private static readonly CustomerKey Ann = new(0, 1);
    private static readonly CustomerKey Bob = new(0, 2);
    private static readonly CustomerKey Cid = new(0, 3);

    [Fact]
    public void An_empty_wheel_has_nothing_due()
    {
        var wheel = new TimerWheel();

        Assert.Equal((0, Timestamp.Never, Timestamp.Never), (wheel.Count, wheel.Earliest, wheel.DeadlineOf(Ann)));
        Assert.Empty(Due(wheel, 1_000_000));
    }

    [Fact]
    public void Due_customers_come_in_order_of_deadline_then_customer_and_stay_armed()
    {
        var wheel = Armed((Bob, 100), (Ann, 100), (Cid, 50));

        Assert.Equal([(50, Cid), (100, Ann)], Due(wheel, 100, limit: 2));
        Assert.Equal([(50, Cid), (100, Ann), (100, Bob)], Due(wheel, 100));
        Assert.Equal(3, wheel.Count);
    }

    [Fact]
    public void Time_may_go_back()
    {
        var wheel = Armed((Ann, 100), (Bob, 200));
        Assert.Equal(2, Due(wheel, 500).Count);

        Assert.Equal([(100, Ann)], Due(wheel, 150));
        wheel.Arm(Cid, new(120));
        Assert.Equal([(100, Ann), (120, Cid)], Due(wheel, 150));
        Assert.Equal([(100, Ann), (120, Cid), (200, Bob)], Due(wheel, 200));
    }

    [Fact]
    public void A_deadline_that_moved_is_due_at_its_new_time_only()
    {
        var wheel = Armed((Ann, 100), (Bob, 100_000));
        wheel.Arm(Ann, new(90_000_000));
        wheel.Arm(Bob, new(50));

        Assert.Equal([(50, Bob)], Due(wheel, 89_999_999));
        Assert.Equal([(50, Bob), (90_000_000, Ann)], Due(wheel, 90_000_000));
    }

    [Fact]
    public void A_disarmed_customer_is_never_due_and_the_earliest_follows()
    {
        var wheel = Armed((Ann, 100), (Bob, 200));
        Assert.Equal(new(100), wheel.Earliest);

        wheel.Arm(Ann, Timestamp.Never);

        Assert.Equal((1, new Timestamp(200)), (wheel.Count, wheel.Earliest));
        Assert.Equal([(200, Bob)], Due(wheel, 1_000));
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 10_000)]
    [InlineData(3, 100_000_000)]
    [InlineData(4, 40_000_000_000)]
    [InlineData(5, long.MaxValue / 4)]
    public void It_does_what_a_sorted_set_does(int seed, long span)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            Compare(random, span, start: random.Next(3) switch { 0 => 0, 1 => 1_767_261_600_000, _ => -span });
        }
    }

    [Fact]
    public void Thousands_that_are_due_together_come_in_order_of_their_customers_however_many_are_taken_at_once()
    {
        var random = new Random(6);
        var (wheel, model) = (new TimerWheel(), new SortedTimers());
        for (var number = 0; number < 5_000; number++)
        {
            Arm(new(unchecked((ulong)random.NextInt64()), (ulong)number), new(1_000 + (number % 3)));
        }

        for (var now = 1_002; model.Count > 0; now++)
        {
            Assert.Equal(model.Due(new(now), 250), Collect(wheel, new(now), 250));
            for (var left = 250; left > 0 && wheel.TryFirstDue(new(now), out var customer); left--)
            {
                Assert.Equal(model.Due(new(now), 1).Single().Customer, customer);
                Arm(customer, random.Next(3) == 0 ? new(now + random.Next(-5, 20)) : Timestamp.Never);
            }
        }

        Assert.Equal((0, Timestamp.Never), (wheel.Count, wheel.Earliest));

        void Arm(CustomerKey customer, Timestamp deadline)
        {
            wheel.Arm(customer, deadline);
            model.Arm(customer, deadline);
        }
    }

    private static void Compare(Random random, long span, long start)
    {
        var (wheel, model) = (new TimerWheel(), new SortedTimers());
        var now = start;
        for (var step = 0; step < 400; step++)
        {
            var customer = new CustomerKey(0, (ulong)random.Next(1, 80));
            switch (random.Next(10))
            {
                case < 6:
                    var deadline = random.Next(8) == 0 ? Timestamp.Never : new Timestamp(now + random.NextInt64(-span / 8, span));
                    wheel.Arm(customer, deadline);
                    model.Arm(customer, deadline);
                    break;
                case 6:
                    Assert.Equal(model.Earliest, wheel.Earliest);
                    break;
                default:
                    now += random.NextInt64(-span / 50, span / 4);
                    var limit = random.Next(1, 20);
                    Assert.Equal(model.Due(new(now), limit), Collect(wheel, new(now), limit));
                    Assert.Equal(model.Due(new(now), 1), First(wheel, new(now)));
                    break;
            }

            Assert.Equal((model.Count, model.DeadlineOf(customer)), (wheel.Count, wheel.DeadlineOf(customer)));
        }

        Assert.Equal(model.Due(Timestamp.Never, int.MaxValue), Collect(wheel, Timestamp.Never, int.MaxValue));
    }

    private static TimerWheel Armed(params (CustomerKey Customer, long Deadline)[] timers)
    {
        var wheel = new TimerWheel();
        foreach (var (customer, deadline) in timers)
        {
            wheel.Arm(customer, new(deadline));
        }

        return wheel;
    }

    private static List<(long Deadline, CustomerKey Customer)> Due(TimerWheel wheel, long now, int limit = int.MaxValue) =>
        [.. Collect(wheel, new(now), limit).Select(entry => (entry.Deadline.UnixMilliseconds, entry.Customer))];

    private static List<(Timestamp Deadline, CustomerKey Customer)> First(TimerWheel wheel, Timestamp now) =>
        wheel.TryFirstDue(now, out var customer) ? [(wheel.DeadlineOf(customer), customer)] : [];

    private static List<(Timestamp Deadline, CustomerKey Customer)> Collect(TimerWheel wheel, Timestamp now, int limit)
    {
        var due = new List<(Timestamp, CustomerKey)>();
        wheel.CollectDue(now, limit, due);
        return due;
    }
}
