using System.Text;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest;

/// <summary>What all decodings share: the event being made, the reason when it cannot be, and the readers of fields. Not thread-safe.</summary>
internal sealed class EventComposer(EventCatalogue catalogue, KeySecret secret)
{
    /// <summary>The event made last: the same object for every record, unless events are made of several rows.</summary>
    public CustomerEvent Event { get; set; } = new();

    /// <summary>Why there is no event.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Identifiers that repeat.</summary>
    public IdentifierPool Identifiers { get; } = new(secret);

    /// <summary>Room for ids that are put together; see <see cref="EnsureRoom"/>.</summary>
    public byte[] IdRoom { get; private set; } = new byte[256];

    /// <summary>Reads fields by their declared types.</summary>
    public SourceFieldReader Reader { get; } = new(catalogue.Currency, new Utf8Pool());

    /// <summary>Makes <see cref="IdRoom"/> at least this long.</summary>
    public void EnsureRoom(int length)
    {
        if (IdRoom.Length < length)
        {
            IdRoom = new byte[length * 2];
        }
    }

    /// <summary>Gives the reason; always dead.</summary>
    public DecodedKind Dead(string reason)
    {
        Reason = reason;
        return DecodedKind.Dead;
    }

    /// <summary>The type is missing or names nothing that comes from this topic.</summary>
    public DecodedKind DeadType(string place, SourceShape shape, ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return Dead($"{place} is missing: it says which event this is.");
        }

        var wrong = Encoding.UTF8.GetString(name);
        var elsewhere = catalogue.Find(shape.Mapping.TypeNames.GetValueOrDefault(wrong, wrong));
        return Dead(elsewhere is null
            ? $"{place} is \"{wrong}\", which is no event of topic `{shape.Mapping.Topic}`. {shape.AllowedTypes(wrong)}"
            : $"{place} is \"{wrong}\", but the catalogue says that {elsewhere.Name} comes from topic `{elsewhere.Topic}`, not `{shape.Mapping.Topic}`.");
    }

    /// <summary>Nothing says whose event it is.</summary>
    public DecodedKind DeadCustomer(SourceShape shape, Func<IReadOnlyList<KeyValuePair<string, string>>, IEnumerable<string>> fields) =>
        Dead(shape.NoCustomer ??= $"The event has no customer: {string.Join(" and ", fields(shape.Mapping.Customer))} missing or empty.");

    /// <summary>Makes the event: every declared field is checked, and set when anybody wants it.</summary>
    public DecodedKind Compose(CustomerEvent into, EventShape type, CustomerKey key, Identifier identifier, ReadOnlySpan<byte> id, Timestamp time, in RawFields fields)
    {
        into.Begin(type.Type, key, identifier, id, time);
        foreach (ref readonly var field in type.Fields.AsSpan())
        {
            if (field.Check.Passes(fields, fields[field.Slot]))
            {
                continue;
            }

            if (!field.Number.TryRead(fields, fields[field.Slot], catalogue.Currency, out var value) && !TryRead(type.Type.Name, field, fields, out value))
            {
                return DecodedKind.Dead;
            }

            if (field.IsWanted && value.IsPresent)
            {
                into.Set(field.Field.Ordinal, value);
            }
        }

        return DecodedKind.Event;
    }

    /// <summary>Reads a field that belongs to an event type or to its rows; of one that nobody wants the value says nothing. False, with the reason, when it is wrong.</summary>
    public bool TryField(string owner, in FieldShape field, in RawFields fields, out Value value)
    {
        value = default;
        return field.Check.Passes(fields, fields[field.Slot]) || field.Number.TryRead(fields, fields[field.Slot], catalogue.Currency, out value) ||
            TryRead(owner, field, fields, out value);
    }

    private bool TryRead(string owner, in FieldShape shape, in RawFields fields, out Value value)
    {
        var field = shape.Field;
        if (!Reader.TryRead(fields, fields[shape.Slot], field, shape.IsWanted, out value))
        {
            Reason = $"Field `{field.Name}` of {owner} {Reader.Problem}";
            return false;
        }

        if (!value.IsPresent && !field.Optional)
        {
            Reason = $"Field `{field.Name}` of {owner} is missing: every event of this type needs it.";
            return false;
        }

        return true;
    }
}
