namespace Triggers.Cli.Demo;

/// <summary>The demo's shop: what it sells, who comes, what people write about it.</summary>
internal sealed class DemoShop
{
    private static readonly (string Category, int From, int To)[] Shelves =
    [
        ("boots", 89, 259), ("jackets", 99, 449), ("tents", 149, 699), ("rucksacks", 59, 279), ("sleeping-bags", 69, 399), ("stoves", 29, 159), ("maps", 9, 29), ("socks", 9, 24),
    ];

    private static readonly string[] Praise =
    [
        "Best boots I ever had, thank you!", "Fast delivery and a friendly note in the box.", "The tent stood through the storm. Impressed.", "Great advice in the store today.",
    ];

    private static readonly string[] Plain =
    [
        "Ordered a new rucksack, let's see.", "Does anybody know their opening hours?", "Trying the new stove this weekend.", "They have maps for the whole of the Alps.",
    ];

    private static readonly string[] Anger =
    [
        "Third week without an answer. Never again.", "The zip broke on the first day, \"premium\" indeed.", "Wrong size twice, and the hotline hangs up.", "Waited all day, no parcel.",
    ];

    private readonly DemoRandom _random;

    /// <summary>Fills the shelves and invites the customers.</summary>
    public DemoShop(DemoRandom random, int customers)
    {
        _random = random;
        Products = [.. Shelves.SelectMany(shelf => Enumerable.Range(1, 12).Select(number => Product(shelf.Category, number, shelf.From, shelf.To)))];
        Customers = [.. Enumerable.Range(1, customers).Select(Customer)];
    }

    /// <summary>Everything it sells.</summary>
    public IReadOnlyList<DemoProduct> Products { get; }

    /// <summary>Everybody who comes.</summary>
    public IReadOnlyList<DemoCustomer> Customers { get; }

    /// <summary>What somebody looks at next: mostly from their favourite shelf.</summary>
    public DemoProduct Look(DemoCustomer customer)
    {
        var product = _random.Of(Products);
        while (product.Category != customer.Taste && _random.Chance(0.6))
        {
            product = _random.Of(Products);
        }

        return product;
    }

    /// <summary>A post with its mood, -1..1.</summary>
    public (string Text, double Mood) Post()
    {
        var mood = _random.Unit();
        var strength = _random.Between(0, 40) / 100.0;
        return mood < 0.18 ? (_random.Of(Anger), -0.6 - strength) : mood < 0.55 ? (_random.Of(Plain), (strength * 2) - 0.4) : (_random.Of(Praise), 0.6 + strength);
    }

    private DemoProduct Product(string category, int number, int from, int to) =>
        new($"{category}-{number:00}", category, (_random.Between(from, to) * 100) - (_random.Chance(0.5) ? 5 : 0));

    private DemoCustomer Customer(int number)
    {
        var rank = _random.Unit();
        var tier = rank < 0.04 ? "gold" : rank < 0.15 ? "silver" : null;
        var isFromShanghai = _random.Chance(0.08);
        var (email, phone) = (_random.Chance(0.72), _random.Chance(0.38));
        return new(
            $"c{number:00000}",
            DemoNames.Of(_random, isFromShanghai),
            isFromShanghai,
            tier,
            email ? $"c{number:00000}@example.com" : null,
            phone ? $"+49 1550 {number:0000000}" : null,
            _random.Chance(0.45) ? $"app-{number * 7919 % 1_000_003:000000}" : null,
            isFromShanghai && _random.Chance(0.9) ? $"wx-{number * 6271 % 1_000_003:000000}" : null,
            email && _random.Chance(0.7),
            phone && _random.Chance(0.4),
            _random.Of(Shelves).Category,
            tier is null ? 0.4 + _random.Lapse(1.6) : 1.5 + _random.Lapse(3));
    }
}
