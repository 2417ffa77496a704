using System.Buffers;
using System.Text;
using Triggers.Engine;
using Triggers.Engine.Intake;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Intake;

public class EventJsonTests
{
    private readonly EventReader _reader = new(Everything.Catalogue, Selection(Everything.Fields));

    [Fact]
    public void The_canonical_form_of_an_event()
    {
        var source = Everything.Event("e1", new(1_767_225_600_005), _ => Value.Absent);
        source.Set(3, Value.True);
        source.Set(7, Value.Of("30 € \"net\""));
        source.Set(9, Value.OfTimestamp(1_767_225_600, 500_000_000));
        source.Set(10, Value.OfDuration(0, -250_000_000));
        source.Set(11, Value.Of(new Money(80.00m, "EUR")));
        source.Set(13, Value.OfList([Value.Of(new ArrayRecord(Everything.Item, [Value.Of("s1"), Value.Of(2L), Value.Absent]))]));

        Assert.Equal(
            """
            {"type":"everything","id":"e1","time":1767225600005,"customer":"user:ann","data":{"bool":true,"string":"30 € \"net\"",
            "timestamp":"2026-01-01T00:00:00.5Z","duration":"-0.25s","money":"80.00 EUR","list(item)":[{"sku":"s1","quantity":2}]}}
            """.ReplaceLineEndings(""),
            Write(source));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var random = new Random(11);
        for (var round = 0; round < 2_000; round++)
        {
            var source = Everything.Event(
                $"e{random.Next()}",
                new(random.NextInt64(-62_135_596_800_000, 253_402_300_799_999)),
                field => random.Next(3) > 0 ? RandomValues.Of(field.Type, random) : Value.Absent);
            var json = Write(source);
            Assert.Equal(EventReading.Read, Read(json));
            Assert.Equal((source.Id, source.Time, source.Identifier, Shop.AnnKey), (_reader.Event.Id, _reader.Event.Time, _reader.Event.Identifier, _reader.Event.Customer));
            Assert.Equal(source, _reader.Event);
            Assert.Equal(json, Write(_reader.Event));
        }
    }

    [Fact]
    public void Unknown_types_and_fields_are_passed_over()
    {
        Assert.Equal(EventReading.UnknownType, Read("""{"type":"gone","id":7}"""));
        Assert.Equal(EventReading.Unused, Read("""{"type":"unused","id":"""));
        Assert.Equal(
            EventReading.Read,
            Read("""{"v":{"a":[1]},"type":"everything","id":"e1","time":5,"customer":"user:ann","trace":"x","data":{"new":{"a":[{}]},"int":7,"bool":null},"more":[]}"""));
        Assert.Equal((Value.Of(7L), Value.Absent), (_reader.Event[4], _reader.Event[3]));
    }

    [Fact]
    public void Fields_in_another_order_are_found_and_the_envelope_is_never_overwritten()
    {
        Assert.Equal(
            EventReading.Read,
            Read("""{"type":"everything","id":"e1","time":5,"customer":"user:ann","data":{"string":"s","id":"x","int":7,"type":"y","bool":true,"time":9}}"""));
        Assert.Equal(
            (Value.Of("s"), Value.Of(7L), Value.True, "e1", Value.Of("everything")),
            (_reader.Event[7], _reader.Event[4], _reader.Event[3], _reader.Event.Id, _reader.Event[EventType.TypeOrdinal]));
    }

    [Theory]
    [InlineData("""{"type":"everything","id":7}""", true)]
    [InlineData("""{"type":"unused","id":"e1"}""", false)]
    [InlineData("""{"type":"gone"}""", false)]
    [InlineData("""{"id":"e1"}""", false)]
    [InlineData("[", false)]
    [InlineData("", false)]
    public void The_type_alone_says_whether_a_record_may_touch_a_state(string json, bool may) =>
        Assert.Equal(may, _reader.MayTouch(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_name_written_with_escapes_is_the_same_name()
    {
        Assert.Equal(EventReading.Read, Read("""{"type":"every\u0074hing","id":"e1","time":5,"customer":"user:ann","data":{"\u0069nt":7}}"""));
        Assert.Equal(Value.Of(7L), _reader.Event[4]);
    }

    [Theory]
    [InlineData("", "The record is not JSON")]
    [InlineData("[]", "The record does not begin with {\"type\": …}.")]
    [InlineData("""{"id":"e1","type":7}""", "The record does not begin with {\"type\": …}.")]
    [InlineData("""{"type":"everything","id":"","time":5,"customer":"user:ann","data":{}}""", "The record has no `id` (a text that is not empty) behind its `type`.")]
    [InlineData("""{"type":"everything","time":5,"id":"e1","customer":"user:ann","data":{}}""", "The record has no `time` (milliseconds since 1970, in the years 1 to 9999) behind its `id`.")]
    [InlineData("""{"type":"everything","id":"e1","time":1e300,"customer":"user:ann","data":{}}""", "The record has no `time` (milliseconds since 1970, in the years 1 to 9999) behind its `id`.")]
    [InlineData("""{"type":"everything","id":"e1","time":999999999999999,"customer":"user:ann","data":{}}""", "The record has no `time` (milliseconds since 1970, in the years 1 to 9999) behind its `id`.")]
    [InlineData("""{"type":"everything","id":"e1","time":5,"customer":"ann","data":{}}""", "The record has no `customer` (kind:value) behind its `time`.")]
    [InlineData("""{"type":"everything","id":"e1","time":5,"customer":"user:ann"}""", "The record has no `data` (an object) behind its `customer`.")]
    [InlineData("""{"type":"everything","id":"e1","time":5,"customer":"user:ann","data":{}""", "The record is not JSON")]
    [InlineData("""{"type":"everything","id":"e1","time":5,"customer":"user:ann","data":{}}}""", "The record is not JSON")]
    [InlineData("""{"type":"everything","id":"\ud800","time":5,"customer":"user:ann","data":{}}""", "The record holds text that is not UTF-8 or has half a surrogate pair")]
    public void A_record_that_is_not_canonical_is_malformed_and_says_why(string json, string problem)
    {
        Assert.Equal(EventReading.Malformed, Read(json));
        Assert.StartsWith(problem, _reader.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"int\":1.5", "The field `int` of everything is not of type int.")]
    [InlineData("\"int\":9223372036854775808", "The field `int` of everything is not of type int.")]
    [InlineData("\"uint\":-1", "The field `uint` of everything is not of type uint.")]
    [InlineData("\"bool\":\"true\"", "The field `bool` of everything is not of type bool.")]
    [InlineData("\"double\":\"1\"", "The field `double` of everything is not of type double.")]
    [InlineData("\"double\":1e999", "The field `double` of everything is not of type double.")]
    [InlineData("\"string\":1", "The field `string` of everything is not of type string.")]
    [InlineData("\"money\":80", "The field `money` of everything is not money (for instance \"80.00 EUR\": up to 18 digits, 18 decimal places).")]
    [InlineData("\"money\":\"80.00\"", "The field `money` of everything is not money (for instance \"80.00 EUR\": up to 18 digits, 18 decimal places).")]
    [InlineData("\"money\":\"99999999999999999999 EUR\"", "The field `money` of everything is not money (for instance \"80.00 EUR\": up to 18 digits, 18 decimal places).")]
    [InlineData("\"money\":\"0.0000000000000000001 EUR\"", "The field `money` of everything is not money (for instance \"80.00 EUR\": up to 18 digits, 18 decimal places).")]
    [InlineData("\"timestamp\":\"2026-02-30T00:00:00Z\"", "The field `timestamp` of everything is not a timestamp (for instance \"2026-01-01T10:00:00Z\").")]
    [InlineData("\"timestamp\":\"2026-01-01T10:00:00.Z\"", "The field `timestamp` of everything is not a timestamp (for instance \"2026-01-01T10:00:00Z\").")]
    [InlineData("\"duration\":\"1m\"", "The field `duration` of everything is not a duration (for instance \"1800s\").")]
    [InlineData("\"item\":[]", "The field `item` of everything is not of type item.")]
    [InlineData("\"list(int)\":[1,null]", "The field `list(int)` of everything is not of type list(int).")]
    [InlineData("\"list(item)\":[{\"sku\":1}]", "The field `list(item)` of everything is not of type list(item).")]
    public void A_field_of_another_type_is_malformed(string field, string problem)
    {
        Assert.Equal(EventReading.Malformed, Read($$$"""{"type":"everything","id":"e1","time":5,"customer":"user:ann","data":{{{{field}}}}}"""));
        Assert.Equal(problem, _reader.Problem);
    }

    [Fact]
    public void Nothing_that_a_record_can_hold_makes_the_reader_throw()
    {
        var random = new Random(12);
        var source = Everything.Event("e1", new(5), field => RandomValues.Of(field.Type, random));
        var json = Encoding.UTF8.GetBytes(Write(source));
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = json.AsSpan(0, random.Next(4) == 0 ? random.Next(json.Length) : json.Length).ToArray();
            for (var flips = random.Next(4); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var reading = _reader.Read(Shop.AnnKey, damaged);
            Assert.Equal(reading == EventReading.Malformed, _reader.Problem is not null);
        }
    }

    [Fact]
    public void A_field_that_nobody_reads_is_checked_all_the_same_and_absent()
    {
        var random = new Random(13);
        var nothing = new EventReader(Everything.Catalogue, Selection([]));
        for (var round = 0; round < 4_000; round++)
        {
            var json = Encoding.UTF8.GetBytes(Write(Everything.Event($"e{round}", new(round), field => random.Next(3) > 0 ? RandomValues.Of(field.Type, random) : Value.Absent)));
            for (var flips = random.Next(3); flips > 0; flips--)
            {
                json[random.Next(json.Length)] = (byte)random.Next(256);
            }

            Assert.Equal(_reader.Read(Shop.AnnKey, json), nothing.Read(Shop.AnnKey, json));
            Assert.Equal(_reader.Problem, nothing.Problem);
            Assert.All(Everything.Fields, field => Assert.Equal(Value.Absent, nothing.Problem is null ? nothing.Event[field.Ordinal] : Value.Absent));
        }
    }

    [Fact]
    public void White_space_changes_nothing_of_what_a_record_says()
    {
        var random = new Random(14);
        var other = new EventReader(Everything.Catalogue, Selection(Everything.Fields));
        for (var round = 0; round < 4_000; round++)
        {
            var json = Write(Everything.Event($"e{round}", new(round), field => random.Next(3) > 0 ? RandomValues.Of(field.Type, random) : Value.Absent));
            Assert.Equal(Read(json), other.Read(Shop.AnnKey, Encoding.UTF8.GetBytes("{ " + json[1..])));
            Assert.Equal(_reader.Event, other.Event);
            Assert.Equal((_reader.Event.Id, _reader.Event.Time, _reader.Event.Identifier), (other.Event.Id, other.Event.Time, other.Event.Identifier));
        }
    }

    private static FieldSelection Selection(IEnumerable<FieldDefinition> fields) => new(Everything.Catalogue, [Everything.Type], fields.Select(field => new EventField(Everything.Type, field)));

    private EventReading Read(string json) => _reader.Read(Shop.AnnKey, Encoding.UTF8.GetBytes(json));

    private static string Write(CustomerEvent source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EventWriter.Write(source, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
