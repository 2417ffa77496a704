using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// What random rules are made of: event types with their lateness, and a pool of traits with one type of customer, so that conditions are compiled once for many cases.
/// </summary>
internal sealed class Universe
{
    private const int TraitsInPool = 28;

    private static readonly string[] Names = ["cart.updated", "order.placed", "product.viewed", "page.opened"];
    private static readonly long?[] Latenesses = [null, null, 0, 5 * Clock.Minute, 15 * Clock.Minute, 60 * Clock.Minute];
    private static readonly long[] Windows = [5, 10, 20, 60, 300, 1_440, 3 * 1_440];

    private static readonly RecordType Item = new("item", [new("sku", 0, DataType.String, false), new("quantity", 1, DataType.Int, false)]);

    private static readonly RecordType Fields = new("event",
    [
        new("id", 0, DataType.String, false), new("time", 1, DataType.Timestamp, false), new("type", 2, DataType.String, false),
        new("cart", 3, DataType.String, true), new("value", 4, DataType.Int, true), new("price", 5, DataType.Money, true), new("score", 6, DataType.Double, true),
        new("items", 7, DataType.List(DataType.Of(Item)), true),
    ]);

    private Universe(int seed)
    {
        var random = new Random(seed);
        Lateness = Names.ToDictionary(name => name, _ => Latenesses[random.Next(Latenesses.Length)]);
        Types = [.. Names.Select((name, ordinal) => new EventType(
            name, ordinal, "source", Fields, Lateness[name] is { } late ? TimeSpan.FromMilliseconds(late) : null))];
        Catalogue = new("EUR", Types, []);
        Email = new("email", TraitKind.Latest, ["page.opened"]) { Path = "cart" };
        Traits = [.. Enumerable.Range(0, TraitsInPool).Select(i => RandomTrait($"t{i:00}", random))];
        Customer = new("customer",
        [
            .. WorkspacePlan.BuiltInFields,
            .. Traits.Prepend(Email).Select((trait, i) => new FieldDefinition(trait.Name, WorkspacePlan.FirstTrait + i, trait.Type, trait.IsOptional)),
        ]);
        Plans = new(this);
    }

    /// <summary>How late events of a type may be, in milliseconds; null: never late.</summary>
    public IReadOnlyDictionary<string, long?> Lateness { get; }

    public IReadOnlyList<EventType> Types { get; }

    public EventCatalogue Catalogue { get; }

    public NaiveTrait Email { get; }

    public IReadOnlyList<NaiveTrait> Traits { get; }

    public RecordType Customer { get; }

    public PlanMaker Plans { get; }

    public static Universe Of(int seed) => new(seed);

    public EventType TypeOf(string name) => Types.First(t => t.Name == name);

    /// <summary>Any of the event types, the first more often than the last.</summary>
    public static string RandomType(Random random) => Names[random.Next(10) switch { < 5 => 0, < 7 => 1, < 9 => 2, _ => 3 }];

    /// <summary>The way from an event to a value.</summary>
    public static FieldPath PathOf(string path)
    {
        var names = path.Split('.');
        var first = Fields.Find(names[0])!;
        return names.Length == 1 ? new([first], first.Type) : new([first, Item.Find(names[1])!], Item.Find(names[1])!.Type);
    }

    /// <summary>The event as the engine gets it.</summary>
    public CustomerEvent Event(NaiveEvent source, Identifier identifier, CustomerKey key)
    {
        var made = new CustomerEvent();
        made.Begin(TypeOf(source.Type), key, identifier, source.Id, new Timestamp(source.Time));
        Set(made, "cart", source.Cart is null ? Value.Absent : Value.Of(source.Cart));
        Set(made, "value", source.Value is null ? Value.Absent : Value.Of(source.Value.Value));
        Set(made, "price", source.Price is null ? Value.Absent : Value.Of(new Money(source.Price.Value, "EUR")));
        Set(made, "score", source.Score is null ? Value.Absent : Value.Of(source.Score.Value));
        Set(made, "items", source.Items is null ? Value.Absent
            : Value.OfList([.. source.Items.Select(i => Value.Of(new ArrayRecord(Item, [Value.Of(i.Sku), Value.Of(i.Quantity)])))]));
        return made;
    }

    private static void Set(CustomerEvent into, string field, Value value) => into.Set(Fields.Find(field)!.Ordinal, value);

    private static NaiveTrait RandomTrait(string name, Random random)
    {
        var kind = (TraitKind)random.Next(1, 14);
        var window = kind is TraitKind.Dwell or TraitKind.PathLength || random.Next(3) == 0 ? (long?)null : Windows[random.Next(Windows.Length)] * Clock.Minute;
        if (kind >= TraitKind.Visits)
        {
            var types = Names.Where(_ => random.Next(2) == 0).ToArray();
            return new(name, kind, types.Length == 0 ? [Names[0]] : types) { Window = window, Gap = new[] { 3, 10, 30 }[random.Next(3)] * Clock.Minute };
        }

        var mayHaveKeys = kind is not (TraitKind.Distinct or TraitKind.Top or TraitKind.Last);
        return new(name, kind, [RandomType(random)])
        {
            Path = kind switch
            {
                TraitKind.Count => null,
                TraitKind.Sum or TraitKind.Average => Pick(random, "value", "price", "score", "items.quantity"),
                TraitKind.Top => Pick(random, "cart", "value", "items.sku"),
                TraitKind.Latest or TraitKind.First => Pick(random, "value", "price", "score", "cart"),
                _ => Pick(random, "value", "price", "score", "cart", "items.quantity", "items.sku"),
            },
            Where = random.Next(3) == 0 ? EventConditions.Random(random) : null,
            By = mayHaveKeys && random.Next(3) == 0 ? NaiveKey.Random(random) : null,
            Window = window,
            Keep = random.Next(1, 4),
        };
    }

    private static string Pick(Random random, params string[] paths) => paths[random.Next(paths.Length)];
}
