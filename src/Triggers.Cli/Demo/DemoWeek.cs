using System.Globalization;
using Triggers.Model.Time;

namespace Triggers.Cli.Demo;

/// <summary>
/// One week of the demo's shop, Monday to Sunday: visits, carts, orders, posts, complaints, and what goes wrong in every real feed — a few records twice, too late, or
/// broken. The same numbers on every machine.
/// </summary>
internal sealed class DemoWeek
{
    /// <summary>Germany in March, before summer time.</summary>
    public const int HoursFromUtc = 1;

    private const int CustomerCount = 6_500;
    private const int PostCount = 3_600;
    private const int StoreOrders = 1_400;
    private const int Complaints = 260;
    private const int Chats = 420;
    private const int HoursToShanghai = 7;
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;

    /// <summary>Monday 2 March 2026, 00:00 in Berlin.</summary>
    private static readonly long Start = DateTimeOffset.Parse("2026-03-01T23:00:00Z", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    /// <summary>Tuesday morning: by then every kind of thing has happened.</summary>
    public static Timestamp TuesdayMorning { get; } = new(Start + Day + (9 * 60 * Minute));

    /// <summary>Share of the visits in each hour of the day, in Berlin.</summary>
    private static readonly int[] Hours = [2, 1, 1, 1, 1, 2, 4, 8, 10, 11, 12, 13, 14, 12, 11, 11, 13, 16, 20, 24, 25, 20, 12, 5];

    private readonly DemoRandom _random = new(20260302);
    private readonly List<DemoEvent> _events = [];
    private readonly DemoShop _shop;
    private int _clicks, _orders, _changes, _calls;

    private DemoWeek() => _shop = new(_random, CustomerCount);

    /// <summary>All events in the order in which they are written.</summary>
    public IReadOnlyList<DemoEvent> Events => [.. _events.Where(e => e.WrittenAt < Start + (7 * Day)).OrderBy(e => e.WrittenAt)];

    /// <summary>Customer numbers of those who live by another clock than the shop.</summary>
    public IReadOnlySet<string> Abroad => _shop.Customers.Where(customer => customer.IsFromShanghai).Select(customer => customer.Id).ToHashSet();

    /// <summary>The week.</summary>
    public static DemoWeek Generate()
    {
        var week = new DemoWeek();
        week.Profiles();
        foreach (var customer in week._shop.Customers)
        {
            for (var day = week._random.Lapse(7 / customer.Visits); day < 7; day += week._random.Lapse(7 / customer.Visits))
            {
                week.Visit(customer, Start + ((long)day * Day) + week.TimeOfDay(customer));
            }
        }

        week.Posts();
        week.Stores();
        week.HelpDesk();
        return week;
    }

    private long TimeOfDay()
    {
        var share = _random.Below(Hours.Sum());
        var hour = 0;
        while (share >= Hours[hour])
        {
            share -= Hours[hour++];
        }

        return (hour * 60 * Minute) + _random.Below((int)(60 * Minute));
    }

    /// <summary>By the customer's clock.</summary>
    private long TimeOfDay(DemoCustomer customer) => customer.IsFromShanghai ? (TimeOfDay() + Day - (HoursToShanghai * 60 * Minute)) % Day : TimeOfDay();

    private void Profiles()
    {
        foreach (var customer in _shop.Customers)
        {
            // Most are known from before the week, some tell us in the course of it.
            var time = _random.Chance(0.8) ? Start + _random.Below((int)(30 * Minute)) : Start + (long)(_random.Unit() * 7 * Day);
            Changed(time, id => DemoLines.Profile(id, time, customer));
            if (customer.Letters)
            {
                Changed(time, id => DemoLines.Consent(id, time, customer, given: true, "email", "offer"));
            }

            if (customer.Texts)
            {
                Changed(time, id => DemoLines.Consent(id, time, customer, given: true, "sms", "offer"));
            }

            if (_random.Chance(0.04))
            {
                var end = time + (long)(_random.Unit() * 5 * Day);
                Changed(end, id => DemoLines.Consent(id, end, customer, given: false, channel: null, _random.Chance(0.8) ? "offer" : null));
            }
        }
    }

    private void Changed(long time, Func<string, string> line) => _events.Add(new(time, "profiles", line($"p{++_changes:00000}")));

    private void Visit(DemoCustomer customer, long time)
    {
        var seen = _shop.Look(customer);
        for (var views = _random.Between(1, 10); views > 0; views--)
        {
            seen = _shop.Look(customer);
            Click(time, id => DemoLines.View(id, time, customer.Id, seen));
            time += (long)(20_000 + _random.Lapse(55_000));
        }

        if (_random.Chance(0.22))
        {
            Shop(customer, time, seen);
        }
    }

    /// <summary>A cart, and what becomes of it: bought at once, bought later, emptied, or left.</summary>
    private void Shop(DemoCustomer customer, long time, DemoProduct first)
    {
        var cart = $"k{_clicks:000000}";
        var cents = 0;
        var items = _random.Between(1, 3);
        for (var item = 1; item <= items; item++)
        {
            cents += item == 1 ? first.Cents : _shop.Look(customer).Cents;
            CartChanged(customer, time, cart, cents, item);
            time += (long)_random.Lapse(3 * Minute) + 15_000;
        }

        var end = _random.Unit();
        if (end < 0.46)
        {
            Order(customer, time + (long)_random.Lapse(6 * Minute), cents, null);
        }
        else if (end < 0.58)
        {
            Order(customer, time + (40 * Minute) + (long)_random.Lapse(6 * 60 * Minute), cents, null);
        }
        else if (end < 0.66)
        {
            CartChanged(customer, time + (long)_random.Lapse(8 * Minute), cart, 0, 0);
        }
    }

    private void CartChanged(DemoCustomer customer, long time, string cart, int cents, int items) =>
        Click(time, id => DemoLines.Cart(id, time, customer.Id, cart, cents, items));

    /// <summary>Writes a click; a few are sent twice by an impatient network, and a few arrive broken.</summary>
    private void Click(long time, Func<string, string> line)
    {
        var written = line($"e{++_clicks:000000}");
        _events.Add(new(time, "clicks", _random.Chance(0.0002) ? written[..^20] : written));
        if (_random.Chance(0.002))
        {
            _events.Add(new(time + 900, "clicks", written));
        }
    }

    private void Order(DemoCustomer customer, long time, int cents, string? store, long delay = 0)
    {
        // A partner shop still books in dollars, for which the workspace has no rate.
        var currency = store is null && _random.Chance(0.004) ? "USD" : "EUR";
        var number = $"o{++_orders:00000}";
        _events.Add(new(time + delay, "orders", DemoLines.Order(number, time, customer.Id, $"{DemoLines.Euro(cents)} {currency}", store)));
    }

    private void Posts()
    {
        for (var post = 1; post <= PostCount; post++)
        {
            var time = Start + (_random.Below(7) * Day) + TimeOfDay();
            var (text, mood) = _shop.Post();
            var followers = (int)_random.Lapse(700);
            var customer = _random.Of(_shop.Customers);
            _events.Add(new(time, "social", DemoLines.Post($"s{post:0000}", time, customer.Id, _random.Of(["forum", "pictures", "videos"]), text, mood, followers)));
        }
    }

    /// <summary>Orders in the stores; a till without network sends its orders hours later.</summary>
    private void Stores()
    {
        for (var order = 0; order < StoreOrders; order++)
        {
            var customer = _random.Of(_shop.Customers);
            var hours = customer.IsFromShanghai ? 9 - HoursToShanghai : 9;
            var time = Start + (_random.Below(6) * Day) + (hours * 60 * Minute) + _random.Below((int)(10 * 60 * Minute));
            var delay = _random.Chance(0.04) ? (60 * Minute) + (long)_random.Lapse(120 * Minute) : _random.Below((int)(20 * Minute));
            Order(customer, time, _shop.Look(customer).Cents, customer.IsFromShanghai ? "Shanghai" : _random.Of(["Berlin", "Munich", "Hamburg"]), delay);
        }
    }

    /// <summary>Complaints, which take the shop a day or two, and what followers write on WeChat.</summary>
    private void HelpDesk()
    {
        for (var ticket = 1; ticket <= Complaints; ticket++)
        {
            var customer = _random.Of(_shop.Customers);
            var opened = Start + (_random.Below(7) * Day) + TimeOfDay(customer);
            var closed = opened + (4 * 60 * Minute) + (long)_random.Lapse(1.5 * Day);
            var number = $"t{ticket:0000}";
            Called(opened, id => DemoLines.Service(id, "opened", opened, customer.Id, "ticket", number));
            Called(closed, id => DemoLines.Service(id, "closed", closed, customer.Id, "ticket", number));
        }

        var followers = _shop.Customers.Where(customer => customer.WeChat is not null).ToList();
        for (var chat = 1; chat <= Chats; chat++)
        {
            var customer = _random.Of(followers);
            var time = Start + (_random.Below(7) * Day) + TimeOfDay(customer);
            Called(time, id => DemoLines.Service(id, "chat", time, customer.Id, "text", _random.Of(["这双靴子有42码吗？", "周末营业吗？", "订单什么时候发货？"])));
        }
    }

    private void Called(long time, Func<string, string> line) => _events.Add(new(time, "service", line($"h{++_calls:00000}")));
}
