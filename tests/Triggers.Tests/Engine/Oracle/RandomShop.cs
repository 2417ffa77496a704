using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A shop with random lateness; its plans and its events.</summary>
internal sealed class RandomShop
{
    private readonly EventCatalogue _catalogue;

    public RandomShop(Random random)
    {
        Lateness = new[] { Shop.Cart, Shop.Order, Shop.Contact }.ToDictionary(type => type.Name, _ => new int?[] { null, 0, 15, 60 }[random.Next(4)]);
        Types = new[] { Shop.Cart, Shop.Order, Shop.Contact }.ToDictionary(
            type => type.Name, type => type with { Lateness = Lateness[type.Name] is { } minutes ? TimeSpan.FromMinutes(minutes) : null });
        _catalogue = new("EUR", [.. Types.Values], []);
    }

    /// <summary>Minutes by type name; null: never late.</summary>
    public IReadOnlyDictionary<string, int?> Lateness { get; }

    public IReadOnlyDictionary<string, EventType> Types { get; }

    public ChannelPlan Email => Shop.Email;

    public ChannelPlan Push => Shop.Push;

    public WorkspacePlan Plan(string version, IEnumerable<NaiveTrigger> triggers) => new(
        "shop", version, _catalogue, Shop.CustomerType, [.. Shop.Traits.Select(t => t with { Events = [Types[t.Events[0].Name]] })], [Email, Push],
        [.. triggers.Select(trigger => trigger.Plan(this))]);

    public CustomerEvent Event(NaiveEvent source)
    {
        var type = Types[source.Type];
        var made = new CustomerEvent();
        made.Begin(type, Shop.AnnKey, Shop.Ann, source.Id, Shop.At(source.Minute));
        Set(made, "cart", source.Cart is null ? Value.Absent : Value.Of(source.Cart));
        Set(made, "value", source.Value is null ? Value.Absent : Value.Of(source.Value.Value));
        Set(made, "points", source.Value is null ? Value.Absent : Value.Of(source.Value.Value));
        Set(made, "email", source.Email is null ? Value.Absent : Value.Of(source.Email));
        return made;
    }

    private static void Set(CustomerEvent into, string field, Value value)
    {
        if (into.Type.Find(field) is { } found)
        {
            into.Set(found.Ordinal, value);
        }
    }
}
