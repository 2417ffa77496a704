using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Support;

/// <summary>A small shop: carts, orders and address changes, and triggers over them. Builds plans and events by hand.</summary>
internal static class Shop
{
    public static readonly EventType Cart = Type("cart.updated", 0, null, ("cart", DataType.String), ("value", DataType.Int));
    public static readonly EventType Order = Type("order.placed", 1, TimeSpan.FromHours(1), ("cart", DataType.String), ("value", DataType.Int));
    public static readonly EventType Contact = Type("contact.changed", 2, null, ("email", DataType.String), ("points", DataType.Int));
    public static readonly EventType Viewed = Type("product.viewed", 3, null, ("sku", DataType.String));

    public static readonly EventCatalogue Catalogue = new("EUR", [Cart, Order, Contact, Viewed], []);

    public static readonly RecordType CustomerType = new("customer",
    [
        .. WorkspacePlan.BuiltInFields, new("email", WorkspacePlan.FirstTrait, DataType.String, true), new("points", WorkspacePlan.FirstTrait + 1, DataType.Int, true),
    ]);

    public static readonly IReadOnlyList<TraitPlan> Traits =
    [
        Latest("email", CustomerType.Find("email")!, Contact, "email"),
        Latest("points", CustomerType.Find("points")!, Contact, "points"),
    ];

    public static readonly ChannelPlan Email = new("email", "outbound.email", Cel.Of(null, CustomerType, "customer.email"));
    public static readonly ChannelPlan Push = new("push", "outbound.push", Cel.Of(null, CustomerType, "customer.id"));

    public static readonly Identifier Ann = new("user", "ann");
    public static readonly CustomerKey AnnKey = KeySecret.ForFiles.KeyOf(Ann);

    /// <summary>2026-01-01T10:00Z.</summary>
    public static readonly Timestamp Ten = new(1_767_261_600_000);

    public static Timestamp At(double minutes) => new(Ten.UnixMilliseconds + (long)(minutes * 60_000));

    public static FieldDefinition Field(EventType type, string name) => type.Record.Find(name)!;

    public static WorkspacePlan Plan(params TriggerPlan[] triggers) => new("shop", "00000000000000aa", Catalogue, CustomerType, Traits, [Email, Push], triggers);

    public static TriggerPlan CartLeft(
        string name = "cart-left",
        string? where = null,
        string? key = null,
        RepeatPolicy repeat = RepeatPolicy.Restart,
        IReadOnlyList<UntilPlan>? until = null,
        double wait = 30,
        string? condition = null,
        IReadOnlyList<ChannelPlan>? channels = null,
        IReadOnlyList<FieldDefinition>? captured = null) =>
        new(
            name,
            new StepsStart([new(StepKind.Event, Cart, Rule(Cart, where)) { CapturedAsEvent = captured ?? [Field(Cart, "cart"), Field(Cart, "value")] }], Rule(Cart, key)),
            new("offer", 60, "cart-rescue", channels ?? [Push]))
        {
            Repeat = repeat,
            Until = until ?? [Until(Order)],
            Wait = TimeSpan.FromMinutes(wait),
            If = Rule(Cart, condition),
        };

    /// <summary>A trait that keeps the newest value of a field.</summary>
    public static TraitPlan Latest(string name, FieldDefinition field, EventType type, string source) =>
        new(name, field, TraitKind.Latest, [type]) { Source = new([Field(type, source)], Field(type, source).Type) };

    public static UntilPlan Until(EventType type, string? key = null, string? where = null) => new(type, Rule(type, key), Rule(type, where));

    public static CustomerEvent Event(EventType type, string id, Timestamp time, params (string Field, Value Value)[] fields)
    {
        var made = new CustomerEvent();
        made.Begin(type, AnnKey, Ann, id, time);
        foreach (var (field, value) in fields)
        {
            made.Set(Field(type, field).Ordinal, value);
        }

        return made;
    }

    public static CustomerEvent CartOf(string id, double minute, string cart, long value) =>
        Event(Cart, id, At(minute), ("cart", Value.Of(cart)), ("value", Value.Of(value)));

    public static CustomerEvent OrderOf(string id, double minute, string cart = "k1", long value = 100) =>
        Event(Order, id, At(minute), ("cart", Value.Of(cart)), ("value", Value.Of(value)));

    public static CustomerEvent ContactOf(string id, double minute, string? email = null, long? points = null) =>
        Event(Contact, id, At(minute), ("email", email is null ? Value.Absent : Value.Of(email)), ("points", points is null ? Value.Absent : Value.Of(points.Value)));

    private static CompiledExpression? Rule(EventType type, string? text) => text is null ? null : Cel.Of(type, CustomerType, text);

    private static EventType Type(string name, int ordinal, TimeSpan? lateness, params (string Name, DataType Type)[] fields) => new(
        name, ordinal, "source", new(name,
        [
            new("id", 0, DataType.String, false), new("time", 1, DataType.Timestamp, false), new("type", 2, DataType.String, false),
            .. fields.Select((f, i) => new FieldDefinition(f.Name, EventType.FirstField + i, f.Type, true)),
        ]), lateness);
}
