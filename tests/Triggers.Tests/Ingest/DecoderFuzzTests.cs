using System.Buffers;
using System.Text;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Ingest;

public sealed class DecoderFuzzTests
{
    private const int Cases = 20_000;

    private static readonly RecordType Item = new("item", [new("sku", 0, DataType.String, false), new("price", 1, DataType.Money, true)]);

    private static readonly EventCatalogue Catalogue = new CatalogueBuilder()
        .Event("a", "plain", ("text", DataType.String), ("value", DataType.Money), ("items?", DataType.List(DataType.Of(Item))), ("at?", DataType.Timestamp), ("stay?", DataType.Duration))
        .Event("b", "cloud", ("text?", DataType.String), ("map?", DataType.Map(DataType.String, DataType.Int)))
        .Json("plain", ("user", "u"))
        .CloudEvents("cloud", ("user", "subject"))
        .Build();

    private static readonly string[] Seeds =
    [
        """{"id":"1","type":"a","time":"2026-01-01T00:00:00.5+01:00","u":"x","text":"\ud83d\ude00","value":{"amount":"1.5","currency":"EUR"},"items":[{"sku":"s","price":2}],"at":5,"stay":"1h"}""",
        """{"id":2,"type":"a","time":1767225600000,"u":17,"text":"","value":12.50,"items":[]}""",
        """{"specversion":"1.0","id":"1","source":"/s","type":"b","time":"2026-01-01T00:00:00Z","subject":"s","datacontenttype":"application/json","data":{"text":"t","map":{"a":1}}}""",
        """{"specversion":"1.0","id":"1","source":"/s","type":"b","customer":"user:1","data_base64":"eyJ0ZXh0IjoidCJ9"}""",
    ];

    [Fact]
    public void No_record_makes_the_decoder_throw_and_what_it_reads_survives_the_log()
    {
        var random = new Random(42);
        var decoder = new SourceDecoder(Catalogue, KeySecret.ForFiles);
        var events = 0;
        for (var i = 0; i < Cases; i++)
        {
            var body = Mutate(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
            var topic = random.Next(2) == 0 ? "plain" : "cloud";
            var headers = random.Next(4) == 0 ? new[] { "ce_specversion", "ce_id", "ce_source", "ce_type", "content-type" }.Select(h => KeyValuePair.Create(h, Word(random))).ToList() : [];
            var kind = decoder.Decode(new SourcePlace(topic, 0, i, new Timestamp(1)), body, headers);
            if (kind == DecodedKind.Event)
            {
                events++;
                Assert.Equal($"{decoder.Event.Identifier} {decoder.Event}", Canonical(decoder.Event));
            }
            else
            {
                Assert.True(decoder.Reason.Length > 0, $"No reason for {Encoding.UTF8.GetString(body)}");
            }
        }

        Assert.InRange(events, Cases / 20, Cases);
    }

    [Fact]
    public void What_a_record_says_depends_neither_on_the_records_before_it_nor_on_the_fields_that_rules_read()
    {
        var random = new Random(43);
        var practised = new SourceDecoder(Catalogue, KeySecret.ForFiles);
        var incurious = new SourceDecoder(Catalogue, KeySecret.ForFiles, new(Catalogue, [], []));
        for (var i = 0; i < Cases / 2; i++)
        {
            var body = Mutate(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random);
            var place = new SourcePlace(random.Next(4) > 0 ? "plain" : "cloud", 0, i, new Timestamp(1));
            var fresh = new SourceDecoder(Catalogue, KeySecret.ForFiles);
            var kind = fresh.Decode(place, body, []);
            Assert.Equal(kind, practised.Decode(place, body, []));
            Assert.Equal(kind, incurious.Decode(place, body, []));
            if (kind == DecodedKind.Event)
            {
                Assert.Equal($"{fresh.Event.Identifier} {fresh.Event}", $"{practised.Event.Identifier} {practised.Event}");
                Assert.Equal((fresh.Event.Id, fresh.Event.Time, fresh.Event.Customer), (incurious.Event.Id, incurious.Event.Time, incurious.Event.Customer));
            }
            else
            {
                Assert.Equal(fresh.Reason, practised.Reason);
                Assert.Equal(fresh.Reason, incurious.Reason);
            }
        }
    }

    /// <summary>The event after it was written to the log and read again.</summary>
    private static string Canonical(CustomerEvent decoded)
    {
        var log = new ArrayBufferWriter<byte>();
        EventWriter.Write(decoded, log);
        var reader = new EventReader(Catalogue, FieldSelection.Everything(Catalogue));
        return reader.Read(decoded.Customer, log.WrittenSpan) == EventReading.Read
            ? $"{reader.Event.Identifier} {reader.Event}"
            : $"{reader.Problem}: {Encoding.UTF8.GetString(log.WrittenSpan)}";
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var changes = random.Next(4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)"{}[]\",:\\0-eE.utf"[random.Next(16)]); break;
                case 3: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(40)).ToList()); break;
            }
        }

        return [.. bytes];
    }

    private static string Word(Random random) => new[] { "1.0", "", "x", "b", "/s", "application/json", "application/cloudevents+json", "\u00e4", "a b" }[random.Next(9)];
}
