using System.Text;
using Triggers.Engine;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Ingest;

public sealed class DecoderAllocationTests
{
    private const int Records = 5_000;

    private static readonly EventCatalogue Catalogue = new CatalogueBuilder()
        .Event(
            "view", "clicks", ("product", DataType.String), ("price", DataType.Money), ("count", DataType.Int), ("score", DataType.Double), ("page?", DataType.String),
            ("tags?", DataType.List(DataType.String)))
        .Event("order", "clicks", ("order", DataType.String), ("value", DataType.Money))
        .Event("line", "lines", ("product", DataType.String), ("price", DataType.Money))
        .Json("clicks", ("user", "u"))
        .Source(CatalogueBuilder.Mapping("lines", SourceFormat.Csv, ("user", "u")) with { IdField = null, TypeField = null, AlwaysType = "line" })
        .Build();

    private static FieldSelection Selection => new(Catalogue, Catalogue.Types, Catalogue.Types.SelectMany(type => type.Record.Fields
        .Where(declared => declared.Name is not ("page" or "tags" or "order")).Select(declared => new EventField(type, declared))));

    [Fact]
    public void Plain_JSON_whose_texts_repeat_costs_no_memory() => Assert.Equal(0, BytesOf(Json(), Selection));

    [Fact]
    public void The_canonical_form_costs_no_memory()
    {
        var decoder = new SourceDecoder(Catalogue, KeySecret.ForFiles);
        var canonical = Json().Select(json =>
        {
            var into = new System.Buffers.ArrayBufferWriter<byte>();
            Assert.Equal(DecodedKind.Event, decoder.Decode(Place, json, []));
            EventWriter.Write(decoder.Event, into);
            return into.WrittenSpan.ToArray();
        }).ToArray();
        var reader = new EventReader(Catalogue, new(Catalogue, Catalogue.Types, Catalogue.Types.SelectMany(type => type.Record.Fields
            .Where(field => field.Name is "product" or "price" or "count" or "value").Select(field => new EventField(type, field)))));

        Assert.Equal(0, BytesOf(canonical, json => reader.Read(default, json) == EventReading.Read));
    }

    [Fact]
    public void Rows_of_CSV_whose_texts_repeat_cost_no_memory()
    {
        var decoder = new SourceDecoder(Catalogue, KeySecret.ForFiles, Selection);
        var shape = decoder.ShapeOf("lines")!;
        Assert.Equal(["time", "u", "product", "price"], shape.Names);
        var rows = Enumerable.Range(0, Records).Select(i => Encoding.UTF8.GetBytes($"{1767225600000 + i},u{i % 50:D3},Täßchen {i % 20:D2},{i % 90 + 10}.50")).ToArray();

        Assert.Equal(0, BytesOf(rows, row =>
        {
            Span<RawField> cells = stackalloc RawField[4];
            var at = 0;
            for (var cell = 0; cell < cells.Length; cell++)
            {
                var length = row.AsSpan(at).IndexOf((byte)',') is var comma && comma >= 0 ? comma : row.Length - at;
                cells[cell] = new(RawForm.Cell, at, length);
                at += length + 1;
            }

            return decoder.DecodeRow(Place, shape, new RawFields(row, cells)) == DecodedKind.Event;
        }));
    }

    private static SourcePlace Place => new("clicks", 0, 77, Timestamp.Beginning);

    private static byte[][] Json() => [.. Enumerable.Range(0, Records).Select(i => Encoding.UTF8.GetBytes(i % 3 == 0
        ? $$"""{"id":{{i}},"type":"order","time":{{1767225600000 + i}},"u":"u{{i % 50}}","order":"o-{{i}}","value":{{i % 90}}.25}"""
        : $$"""{"id":"e{{i}}","type":"view","time":{{1767225600000 + i}},"u":{{i % 50}},"product":"p{{i % 20}}","price":{{i % 90}}.50,"count":{{i}},""" +
            $$""" "score":-0.{{i % 100:D2}},"page":"https://shop.example/{{i}}","tags":["t{{i}}","x"]}"""))];

    private static long BytesOf(byte[][] records, FieldSelection selection)
    {
        var decoder = new SourceDecoder(Catalogue, KeySecret.ForFiles, selection);
        return BytesOf(records, json => decoder.Decode(Place, json, []) == DecodedKind.Event);
    }

    /// <summary>Bytes that a second pass over the records allocates.</summary>
    private static long BytesOf(byte[][] records, Func<byte[], bool> read)
    {
        Assert.All(records, record => Assert.True(read(record)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var wrong = 0;
        foreach (var record in records)
        {
            wrong += read(record) ? 0 : 1;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, wrong);
        return bytes;
    }
}
