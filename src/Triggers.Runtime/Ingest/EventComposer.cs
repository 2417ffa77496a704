using System.Text;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest;

/// <summary>What all decodings share: the event being made, the reason when it cannot be, and the readers of fields. Not thread-safe.</summary>
internal sealed class EventComposer(EventCatalogue catalogue, KeySecret secret)
{
    /// <summary>The event being made; the same object for every record.</summary>
    public CustomerEvent Event { get; } = new();

    /// <summary>Why there is no event.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Identifiers that repeat.</summary>
    public IdentifierPool Identifiers { get; } = new(secret);

    /// <summary>Reads fields by their declared types.</summary>
    public SourceFieldReader Reader { get; } = new(catalogue.Currency, new Utf8Pool());

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
    public DecodedKind DeadCustomer(IEnumerable<string> fields) => Dead($"The event has no customer: {string.Join(" and ", fields)} missing or empty.");

    /// <summary>Makes the event: every declared field is read, checked and set.</summary>
    public DecodedKind Compose(EventShape type, CustomerKey key, Identifier identifier, string id, Timestamp time, in RawFields fields)
    {
        Event.Begin(type.Type, key, identifier, id, time);
        foreach (var (field, slot) in type.Fields)
        {
            if (!Reader.TryRead(fields, fields[slot], field, out var value))
            {
                return Dead($"Field `{field.Name}` of {type.Type.Name} {Reader.Problem}");
            }

            if (value.IsPresent)
            {
                Event.Set(field.Ordinal, value);
            }
            else if (!field.Optional)
            {
                return Dead($"Field `{field.Name}` of {type.Type.Name} is missing: every event of this type needs it.");
            }
        }

        return DecodedKind.Event;
    }
}
