using Triggers.Language.Schema;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Ingest;

public sealed class PlainJsonTests
{
    private static readonly RecordType Item = new("item", [new("sku", 0, DataType.String, false), new("price", 1, DataType.Money, false), new("note", 2, DataType.String, true)]);

    private readonly Decoding _decoding = new(new CatalogueBuilder()
        .Event("cart.updated", "clicks", ("cart", DataType.String), ("value", DataType.Money), ("items?", DataType.List(DataType.Of(Item))), ("coupon?", DataType.String))
        .Event("page.viewed", "clicks", ("seconds", DataType.Int), ("share?", DataType.Double), ("mobile?", DataType.Bool), ("at?", DataType.Timestamp), ("stay?", DataType.Duration))
        .Event("order.placed", "orders")
        .Json("clicks", ("user", "user_id"), ("cookie", "cookie"))
        .Source(CatalogueBuilder.Mapping("orders", SourceFormat.Json, ("user", "user")) with
        {
            IdField = null, TypeField = "kind", TypeNames = new Dictionary<string, string> { ["purchase"] = "order.placed" }, TimeFormat = "dd.MM.yyyy HH:mm", TimeZone = "Europe/Berlin",
        })
        .Build());

    [Theory]
    [InlineData("""{"id":"e1","type":"cart.updated","time":"2026-01-01T10:00:00+01:00","user_id":"42","cart":"k1","value":80}""",
        "user:42 cart.updated{id: \"e1\", time: 2026-01-01T09:00:00Z, type: \"cart.updated\", cart: \"k1\", value: 80 EUR}")]
    [InlineData("""{"id":7,"type":"cart.updated","time":1767225600005,"cookie":"c","cart":"","value":"12.50 EUR","coupon":"","items":[{"sku":"a","price":1.10,"x":[1]}]}""",
        "cookie:c cart.updated{id: \"7\", time: 2026-01-01T00:00:00.005Z, type: \"cart.updated\", cart: \"\", value: 12.50 EUR, items: [item{sku: \"a\", price: 1.10 EUR}]}")]
    [InlineData("""{"user_id":42,"cookie":"c","value":{"currency":"EUR","amount":"0.1"},"cart":"\u00e4\"","time":"2026-01-01T00:00:00Z","type":"cart.updated","id":"\u0031"}""",
        "user:42 cart.updated{id: \"1\", time: 2026-01-01T00:00:00Z, type: \"cart.updated\", cart: \"ä\"\", value: 0.1 EUR}")]
    [InlineData("""{"id":"e","type":"page.viewed","time":0,"user_id":"1","seconds":9223372036854775807,"share":0.5,"mobile":false,"at":"2026-01-01T00:00:00.123456789Z","stay":"1h30m"}""",
        "user:1 page.viewed{id: \"e\", time: 1970-01-01T00:00:00Z, type: \"page.viewed\", seconds: 9223372036854775807, share: 0.5, mobile: false, at: 2026-01-01T00:00:00.123456789Z, stay: 5400s}")]
    public void An_event_is_read_by_the_mapping(string body, string expected) => Assert.Equal(expected, _decoding.Decode("clicks", body));

    [Fact]
    public void Type_names_zones_and_formats_of_the_mapping_are_followed() => Assert.Equal(
        "user:1 order.placed{id: \"orders/3/77\", time: 2026-07-01T08:30:00Z, type: \"order.placed\"}",
        _decoding.Decode("orders", """{"kind":"purchase","time":"01.07.2026 10:30","user":"1"}"""));

    [Theory]
    [InlineData("""{"type":"cart.updated","time":0,"user_id":"1"}""", "Field `id` is missing: it is the event's id, a text or a number.")]
    [InlineData("""{"id":"e","time":0,"user_id":"1"}""", "Field `type` is missing: it says which event this is.")]
    [InlineData("""{"id":"e","type":"cart.updatd","time":0}""", "Field `type` is \"cart.updatd\", which is no event of topic `clicks`. Did you mean `cart.updated`?")]
    [InlineData("""{"id":"e","type":"order.placed","time":0}""", "Field `type` is \"order.placed\", but the catalogue says that order.placed comes from topic `orders`, not `clicks`.")]
    [InlineData("""{"id":"e","type":"cart.updated","user_id":"1"}""", "Field `time` is missing: it is the event's time.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":"lunchtime"}""",
        "Field `time` is \"lunchtime\", which is no time. Use RFC 3339, for instance 2026-01-01T10:00:00Z, or milliseconds since 1970.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"","cookie":null}""", "The event has no customer: field `user_id` and field `cookie` missing or empty.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","value":1}""", "Field `cart` of cart.updated is missing: every event of this type needs it.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":5,"value":1}""", "Field `cart` of cart.updated is 5: a text is needed.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":"12 USD"}""",
        "Field `value` of cart.updated is 12 USD: there is no rate for USD; amounts must be in EUR.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":"much"}""",
        "Field `value` of cart.updated is \"much\": an amount like 12.50 or 12.50 EUR, exact to 18 digits, is needed.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":{"amount":1}}""",
        "Field `value` of cart.updated is an object without amount and currency: {\"amount\": 12.50, \"currency\": \"EUR\"} is needed.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":1,"items":[{"sku":"a","price":1},{"sku":"b","price":true}]}""",
        "Field `items` of cart.updated at [1].price is true: an amount like 12.50 or 12.50 EUR is needed.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":1,"items":[{"sku":"a"}]}""",
        "Field `items` of cart.updated at [0].price is missing: every item needs it.")]
    [InlineData("""{"id":"e","type":"cart.updated","time":0,"user_id":"1","cart":"k","value":1,"items":{}}""",
        "Field `items` of cart.updated is an object: a list of item is needed.")]
    [InlineData("""{"id":"e","type":"page.viewed","time":0,"user_id":"1","seconds":1.5}""", "Field `seconds` of page.viewed is 1.5: a whole number is needed.")]
    [InlineData("""{"id":"e","type":"page.viewed","time":0,"user_id":"1","seconds":9223372036854775808}""",
        "Field `seconds` of page.viewed is 9223372036854775808: a whole number from -9223372036854775808 to 9223372036854775807 is needed.")]
    [InlineData("""{"id":"e","type":"page.viewed","time":0,"user_id":"1","seconds":1,"stay":"soon"}""",
        "Field `stay` of page.viewed is \"soon\": a length of time like 90s or 1h30m is needed.")]
    [InlineData("[]", "The record is no JSON object.")]
    [InlineData("", "The record is empty.")]
    [InlineData("""{"id":"e",}""", "The record is not valid JSON at line 1, byte 11.")]
    [InlineData("""{"type":"\ud800"}""", "A text in the record has half of a surrogate pair (\\uD800 to \\uDFFF alone), which stands for no character.")]
    public void A_record_that_is_no_event_is_dead_with_the_reason(string body, string reason) => Assert.Equal($"dead: {reason}", _decoding.Decode("clicks", body));

    [Fact]
    public void A_topic_that_nothing_comes_from_is_named() =>
        Assert.Equal("dead: No event of the catalogue comes from topic `stock`.", _decoding.Decode("stock", "{}"));

    [Fact]
    public void Bytes_that_are_no_text_are_dead() => Assert.Equal("dead: The record is not valid UTF-8.", _decoding.Decode("clicks", [(byte)'"', 0xFF, (byte)'"']));

    [SharedDataFact("conformance/JSONTestSuite")]
    public void The_JSON_test_suite_is_told_apart_and_never_crashes_the_decoder()
    {
        var folder = Path.Combine(SharedData.PathOf("conformance/JSONTestSuite")!, "test_parsing");
        var wrong = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var body = File.ReadAllBytes(file);
            var alone = _decoding.Decode("clicks", body);
            var nested = _decoding.Decode("clicks", [.. """{"id":"e","type":"page.viewed","time":0,"user_id":"1","seconds":1,"other":"""u8, .. body, (byte)'}']);
            var notJson = alone.Contains("not valid", StringComparison.Ordinal) || alone.Contains("empty", StringComparison.Ordinal);
            count++;
            if ((name.StartsWith("n_", StringComparison.Ordinal) && !notJson) ||
                (name.StartsWith("y_", StringComparison.Ordinal) && (notJson || nested.StartsWith("dead", StringComparison.Ordinal))))
            {
                wrong.Add($"{name}: {alone} | {nested}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(318, count);
    }
}
