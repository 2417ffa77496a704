using System.Globalization;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary>Values of fields and traits as a rule test writes them.</summary>
internal sealed class FieldValueReader(string currency, TestClock clock, DiagnosticBag diagnostics)
{
    /// <summary>The value of type <paramref name="type"/> that is written at <paramref name="node"/>; an empty one after a report.</summary>
    public Value Read(YamlNode node, DataType type)
    {
        var value = (type.Kind, node) switch
        {
            (DataTypeKind.List, YamlSequence sequence) => List(sequence, type.Element!),
            (DataTypeKind.Record, YamlMapping mapping) => Value.Of(new ArrayRecord(type.Record!, Fields(mapping, type.Record!, 0, []))),
            (DataTypeKind.Map, YamlMapping mapping) => Map(mapping, type),
            (_, YamlScalar scalar) => Scalar(scalar, type),
            _ => default,
        };
        if (value.IsPresent)
        {
            return value;
        }

        diagnostics.WrongFieldValue(node, type, Example(type));
        return Empty(type);
    }

    /// <summary>All fields of a record from ordinal <paramref name="first"/> on; keys in <paramref name="others"/> are no fields.</summary>
    public Value[] Fields(YamlMapping mapping, RecordType record, int first, IReadOnlyCollection<string> others)
    {
        var values = new Value[record.Fields.Count];
        foreach (var field in record.Fields.Skip(first).Where(f => !f.Optional))
        {
            values[field.Ordinal] = Empty(field.Type);
        }

        foreach (var entry in mapping.Entries.Where(e => !others.Contains(e.Name)))
        {
            if (record.Find(entry.Name) is { } field && field.Ordinal >= first)
            {
                values[field.Ordinal] = Read(entry.Value, field.Type);
            }
            else
            {
                diagnostics.UnknownGivenField(entry.Key, record, [.. record.Fields.Skip(first).Select(f => f.Name)]);
            }
        }

        return values;
    }

    private Value List(YamlSequence sequence, DataType element)
    {
        var items = new Value[sequence.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Read(sequence.Items[i], element);
        }

        return Value.OfList(items);
    }

    private Value Map(YamlMapping mapping, DataType type) => Value.OfMap(mapping.Entries.ToDictionary(e => Read(e.Key, type.Key!), e => Read(e.Value, type.Element!)));

    /// <summary>What a field holds that must be there but does not matter.</summary>
    private Value Empty(DataType type) => type.Kind switch
    {
        DataTypeKind.Bool => Value.Of(false),
        DataTypeKind.Int => Value.Of(0L),
        DataTypeKind.Double => Value.Of(0.0),
        DataTypeKind.Money => Value.Of(new Money(0, currency)),
        DataTypeKind.Timestamp => Value.Of(clock.Start),
        DataTypeKind.List => Value.OfList([]),
        DataTypeKind.Map => Value.OfMap(new Dictionary<Value, Value>()),
        DataTypeKind.Record => Value.Of(new ArrayRecord(type.Record!, [.. type.Record!.Fields.Select(f => f.Optional ? default : Empty(f.Type))])),
        _ => Value.Of(""),
    };

    private Value Scalar(YamlScalar scalar, DataType type)
    {
        var text = scalar.Value;
        return type.Kind switch
        {
            DataTypeKind.Bool => text is "true" or "false" ? Value.Of(text == "true") : default,
            DataTypeKind.Int => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : default,
            DataTypeKind.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Value.Of(number) : default,
            DataTypeKind.Money => AmountText.TryParse(text.Contains(' ', StringComparison.Ordinal) ? text : $"{text} {currency}", out var amount) ? Value.Of(amount) : default,
            DataTypeKind.Timestamp => Time(text),
            DataTypeKind.String or DataTypeKind.Dyn => scalar.IsEmpty ? default : Value.Of(text),
            _ => default,
        };
    }

    private Value Time(string text)
    {
        if (clock.At(text) is { } moment)
        {
            return Value.Of(moment);
        }

        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Value.Of(Model.Time.Timestamp.From(time))
            : default;
    }

    private static string Example(DataType type) => type.Kind switch
    {
        DataTypeKind.Bool => "`true` or `false`",
        DataTypeKind.Int => "a whole number: `3`",
        DataTypeKind.Double => "a number: `2.5`",
        DataTypeKind.Money => "an amount: `80`, or `80 USD` in another currency",
        DataTypeKind.Timestamp => "a time: `10:00`, `day 2 10:00` or `2026-03-29T10:00:00Z`",
        DataTypeKind.List => "a list in brackets: `[one, two]`",
        DataTypeKind.Map or DataTypeKind.Record => "a group in braces: `{ name: value }`",
        _ => "some text",
    };
}
