using System.Text.Json;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Ingest;

public sealed class CloudEventTests
{
    private const string Minimal = "\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"/shop\",\"type\":\"cart.updated\"";

    private readonly Decoding _decoding = new(new CatalogueBuilder()
        .Event("cart.updated", "clicks", ("cart", DataType.String), ("value", DataType.Money))
        .CloudEvents("clicks", ("mail", "subject"), ("user", "user_id"))
        .Event("io.cloudevents.test", "tests")
        .Event("com.example.someevent", "tests", ("message?", DataType.String))
        .CloudEvents("tests", ("source", "source"))
        .Build());

    [Fact]
    public void A_structured_event_is_known_by_its_body() => Assert.Equal(
        "user:42 cart.updated{id: \"/shop 7\", time: 2026-01-01T10:00:00Z, type: \"cart.updated\", cart: \"k1\", value: 80.00 EUR}",
        _decoding.Decode("clicks", $$"""{{{Minimal}},"time":"2026-01-01T10:00:00Z","customer":"user:42","data":{"cart":"k1","value":80.00} }"""));

    [Fact]
    public void A_binary_event_is_known_by_its_headers() => Assert.Equal(
        "user:42 cart.updated{id: \"/shop 7\", time: 2026-01-01T10:00:00Z, type: \"cart.updated\", cart: \"k1\", value: 80.00 EUR}",
        _decoding.Decode("clicks", """{"cart":"k1","value":80.00}""",
            ("ce_specversion", "1.0"), ("ce_id", "7"), ("ce_source", "/shop"), ("ce_type", "cart.updated"), ("ce_time", "2026-01-01T10:00:00Z"), ("ce_customer", "user:42"),
            ("content-type", "application/json; charset=utf-8")));

    [Fact]
    public void The_customer_may_be_the_subject() => Assert.StartsWith(
        "mail:a@b.example ", _decoding.Decode("clicks", $$"""{{{Minimal}},"subject":"a@b.example","data":{"cart":"k1","value":80,"user_id":"1"} }"""), StringComparison.Ordinal);

    [Fact]
    public void The_customer_may_be_a_field_of_the_data() => Assert.StartsWith(
        "user:1 ", _decoding.Decode("clicks", $$"""{{{Minimal}},"data":{"cart":"k1","value":80,"user_id":1} }"""), StringComparison.Ordinal);

    [Fact]
    public void Without_a_time_the_append_time_is_taken() => Assert.Contains(
        "time: 2026-01-01T12:00:00Z", _decoding.Decode("clicks", $$"""{{{Minimal}},"customer":"user:1","data":{"cart":"k1","value":80} }"""), StringComparison.Ordinal);

    [Fact]
    public void Data_in_base64_is_read() => Assert.EndsWith(
        "cart: \"k1\", value: 80 EUR}",
        _decoding.Decode("clicks", $$"""{{{Minimal}},"customer":"user:1","data_base64":"{{Convert.ToBase64String("""{"cart":"k1","value":80}"""u8)}}"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"cart":"k1"}""", "The record is no CloudEvent: it has neither the attribute `specversion` nor the header `ce_specversion`.")]
    [InlineData("[1]", "The record is no CloudEvent: it is no JSON object, and has no header `ce_specversion`.")]
    [InlineData("{" + Minimal + "}", "The event has no customer: attribute `customer` and `subject` and `user_id` missing or empty.")]
    [InlineData("{" + Minimal + ",\"customer\":\"42\"}", "Attribute `customer` is \"42\": kind and value are needed, for instance user:42.")]
    [InlineData("{" + Minimal + ",\"customer\":\"user:42\"}", "Field `cart` of cart.updated is missing: every event of this type needs it.")]
    [InlineData("{" + Minimal + ",\"data\":[1]}", "The data is no JSON object.")]
    [InlineData("{" + Minimal + ",\"datacontenttype\":\"text/plain\",\"data\":\"x\"}", "The data is of type text/plain: only JSON can be read.")]
    [InlineData("{" + Minimal + ",\"data_base64\":\"%\"}", "Attribute `data_base64` is not base64.")]
    [InlineData("{" + Minimal + ",\"id\":8}", "Attribute `id` must be a text.")]
    [InlineData("{" + Minimal + ",\"weight\":1.5}", "Attribute `weight` must be a text, true, false or a whole number of 32 bits.")]
    public void What_is_no_usable_event_is_dead_with_the_reason(string body, string reason) => Assert.Equal($"dead: {reason}", _decoding.Decode("clicks", body));

    [Fact]
    public void A_batch_is_refused_by_its_content_type() => Assert.Equal(
        "dead: A batch of CloudEvents in one record cannot be read: send one event a record.",
        _decoding.Decode("clicks", "[]", ("content-type", "application/cloudevents-batch+json")));

    [SharedDataFact("conformance/cloudevents")]
    public void Valid_events_of_the_conformance_vectors_are_read_and_the_text_event_says_why_not()
    {
        var expected = new Dictionary<string, string>
        {
            ["validMinimal"] = Test("minimal"),
            ["validMinimalWithNullForOptional"] = Test("minimal"),
            ["validAllCoreAttributes"] = Test("allCore", "2018-04-05T17:31:00Z"),
            ["validMinimalWithTimeUtc"] = Test("minimalWithTime", "2018-04-05T17:31:00Z"),
            ["validMinimalWithTimeToNanosecondsUtc"] = Test("minimalWithTime", "2018-04-05T17:31:00Z"),
            ["validMinimalWithTimeUsingPositiveOffset"] = Test("minimalWithTime", "2018-04-05T17:31:00Z"),
            ["validMinimalWithTimeUsingNegativeOffset"] = Test("minimalWithTime", "2018-04-05T17:31:00Z"),
            ["validRelativeSource"] = Test("minimalWithRelativeSource", source: "#fragment"),
            ["validSimpleTextData"] = "dead: The data is of type text/plain: only JSON can be read.",
            ["validAllExtensionTypes"] = Test("allExtensionTypes"),
        };

        Assert.Equal(expected, Vectors("valid-events.json").ToDictionary(v => v.Id, v => _decoding.Decode("tests", v.Event)));

        static string Test(string id, string time = "2026-01-01T12:00:00Z", string source = "https://cloudevents.io") =>
            $"source:{source} io.cloudevents.test{{id: \"{source} {id}\", time: {time}, type: \"io.cloudevents.test\"}}";
    }

    [SharedDataFact("conformance/cloudevents")]
    public void Invalid_events_of_the_conformance_vectors_are_dead_with_a_precise_reason()
    {
        var shown = string.Join('\n', Vectors("invalid-events.json").Select(v => $"{v.Id}: {_decoding.Decode("tests", v.Event)}"));
        Assert.Equal(
            """
            invalidNoSpecVersion: dead: The record is no CloudEvent: it has neither the attribute `specversion` nor the header `ce_specversion`.
            invalidNoId: dead: Attribute `id` is missing or empty: every CloudEvent needs it.
            invalidNoType: dead: Attribute `type` is missing or empty: every CloudEvent needs it.
            invalidNoSource: dead: Attribute `source` is missing or empty: every CloudEvent needs it.
            invalidTimeGarbage: dead: Attribute `time` is "lunchtime", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidTimeToMinute: dead: Attribute `time` is "2018-04-05T18:31Z", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidTimeOffsetX: dead: Attribute `time` is "2018-04-05T18:31:00X", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidTimeOffsetOutOfRange: dead: Attribute `time` is "2018-04-05T18:31:00+25:00", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidTimeOffsetNonInteger: dead: Attribute `time` is "2018-04-05T18:31:00+xx:00", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidTimeOffsetHourOnly: dead: Attribute `time` is "2018-04-05T18:31:00+05", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.
            invalidEmptyId: dead: Attribute `id` is missing or empty: every CloudEvent needs it.
            invalidEmptyType: dead: Attribute `type` is missing or empty: every CloudEvent needs it.
            invalidEmptySource: dead: Attribute `source` is missing or empty: every CloudEvent needs it.
            invalidEmptySpecVersion: dead: Attribute `specversion` is "": only CloudEvents 1.0 can be read.
            invalidUnknownSpecVersion: dead: Attribute `specversion` is "0.9": only CloudEvents 1.0 can be read.
            invalidNonRfc2046DataContentType: dead: Attribute `datacontenttype` is "xyz": a media type like application/json is needed.
            invalidEmptyDataContentType: dead: Attribute `datacontenttype` is empty: leave it out instead.
            invalidEmptyDataSchema: dead: Attribute `dataschema` is empty: leave it out instead.
            invalidEmptySubject: dead: Attribute `subject` is empty: leave it out instead.
            invalidNumericId: dead: Attribute `id` must be a text.
            invalidObjectId: dead: Attribute `id` must be a text.
            invalidCapitalizedExtension: dead: Attribute `MyExtension` is no CloudEvents attribute: names have lower-case letters and digits only.
            invalidPunctuatedExtension: dead: Attribute `my.extension` is no CloudEvents attribute: names have lower-case letters and digits only.
            invalidNonIntegerExtensionValue: dead: Attribute `my.extension` is no CloudEvents attribute: names have lower-case letters and digits only.
            invalidBothDataAndDataBase64: dead: The event has both `data` and `data_base64`: it may have one of them.
            """, shown);
    }

    private static List<(string Id, string Event)> Vectors(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.PathOf("conformance/cloudevents")!, "format", "json", file)));
        return [.. document.RootElement.GetProperty("tests").EnumerateArray().Select(t => (t.GetProperty("id").GetString()!, t.GetProperty("event").GetRawText()))];
    }
}
