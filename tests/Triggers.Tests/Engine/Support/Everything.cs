using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Support;

/// <summary>An event type with a field of every type that an event can have, each named as its type.</summary>
internal static class Everything
{
    public static readonly RecordType Item = new("item",
        [new("sku", 0, DataType.String, false), new("quantity", 1, DataType.Int, true), new("price", 2, DataType.Money, true)]);

    public static readonly EventType Type = TypeOf("everything", 0,
    [
        DataType.Bool, DataType.Int, DataType.UInt, DataType.Double, DataType.String, DataType.Bytes, DataType.Timestamp, DataType.Duration, DataType.Money,
        DataType.Of(Item), DataType.List(DataType.Of(Item)), DataType.List(DataType.Int), DataType.Map(DataType.String, DataType.Money),
    ]);

    public static readonly EventType Unused = TypeOf("unused", 1, []);
    public static readonly EventCatalogue Catalogue = new("EUR", [Type, Unused], []);

    public static IEnumerable<FieldDefinition> Fields => Type.Record.Fields.Skip(EventType.FirstField);

    public static CustomerEvent Event(string id, Timestamp time, Func<FieldDefinition, Value> field)
    {
        var made = new CustomerEvent();
        made.Begin(Type, Shop.AnnKey, Shop.Ann, id, time);
        foreach (var declared in Fields)
        {
            made.Set(declared.Ordinal, field(declared));
        }

        return made;
    }

    /// <summary>A trigger that waits an hour and keeps all fields, and a trait of every field.</summary>
    public static WorkspacePlan Plan()
    {
        var fields = Fields.Select((field, i) => new FieldDefinition($"last {field.Name}", WorkspacePlan.FirstTrait + i, field.Type, true)).ToArray();
        var customer = new RecordType("customer", [.. WorkspacePlan.BuiltInFields, .. fields]);
        var push = new ChannelPlan("push", "outbound.push", Cel.Of(null, customer, "customer.id"));
        var start = new StepsStart([new(StepKind.Event, Type, null) { CapturedAsEvent = [.. Fields] }], Cel.Of(Type, customer, "has(event.string) ? event.string : 'no key'"));
        var trigger = new TriggerPlan("keeps-all", start, new("offer", 50, "all", [push])) { Repeat = RepeatPolicy.Parallel, Wait = TimeSpan.FromHours(1) };
        return new(
            "everything", "00000000000000ee", Catalogue, customer, [.. Fields.Zip(fields, (field, trait) => Shop.Latest(trait.Name, trait, Type, field.Name))], [push], [trigger]);
    }

    private static EventType TypeOf(string name, int ordinal, DataType[] types) => new(name, ordinal, "source", new(name,
    [
        new("id", 0, DataType.String, false), new("time", 1, DataType.Timestamp, false), new("type", 2, DataType.String, false),
        .. types.Select((type, i) => new FieldDefinition(type.ToString(), EventType.FirstField + i, type, true)),
    ]), null);
}
