using Triggers.Language.Schema;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Ingest;

/// <summary>Numbers, amounts, times and lengths of time as sources write them.</summary>
public sealed class ScalarTextTests
{
    private static readonly DataType[] Types = [DataType.Money, DataType.Timestamp, DataType.Duration, DataType.Int, DataType.Double, DataType.Bool, DataType.UInt, DataType.Bytes];

    private readonly Decoding _decoding = new(new CatalogueBuilder()
        .Event("e", "t", [.. Types.Select(t => ($"{t}?", t))])
        .Json("t", ("user", "u"))
        .Build());

    [Theory]
    [InlineData("money", "12.50", "12.50 EUR")]
    [InlineData("money", "-0.01", "-0.01 EUR")]
    [InlineData("money", "1e2", "100 EUR")]
    [InlineData("money", "1.5E-3", "0.0015 EUR")]
    [InlineData("money", "0.1000000000000000000000", "0.100000000000000000 EUR")]
    [InlineData("money", "999999999999999999", "999999999999999999 EUR")]
    [InlineData("money", "1000000000000000000", null)]
    [InlineData("money", "0.1234567890123456789", null)]
    [InlineData("money", "1e-19", null)]
    [InlineData("money", "1e18", null)]
    [InlineData("money", "0e999", "0 EUR")]
    [InlineData("money", "\"7\"", "7 EUR")]
    [InlineData("money", "\"7.10 EUR\"", "7.10 EUR")]
    [InlineData("money", "\"EUR 7.10\"", null)]
    [InlineData("money", "\"7,10\"", null)]
    [InlineData("money", "true", null)]
    [InlineData("timestamp", "\"2026-02-28T23:59:60Z\"", "2026-03-01T00:00:00Z")]
    [InlineData("timestamp", "\"2026-02-28t23:59:59.000000001999-00:30\"", "2026-03-01T00:29:59.000000001Z")]
    [InlineData("timestamp", "\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00Z")]
    [InlineData("timestamp", "\"2024-02-29 12:00:00+05:45\"", "2024-02-29T06:15:00Z")]
    [InlineData("timestamp", "\"2023-02-29T12:00:00Z\"", null)]
    [InlineData("timestamp", "\"2023-13-01T12:00:00Z\"", null)]
    [InlineData("timestamp", "\"2026-01-01T24:00:00Z\"", null)]
    [InlineData("timestamp", "\"2026-01-01T10:00:00\"", null)]
    [InlineData("timestamp", "\"2026-01-01T10:00:00.Z\"", null)]
    [InlineData("timestamp", "-1", "1969-12-31T23:59:59.999Z")]
    [InlineData("timestamp", "1e3", null)]
    [InlineData("duration", "\"90s\"", "90s")]
    [InlineData("duration", "\"1h30m\"", "5400s")]
    [InlineData("duration", "\"1.5h\"", "5400s")]
    [InlineData("duration", "\"-1d250ms\"", "-86400.25s")]
    [InlineData("duration", "\"90\"", null)]
    [InlineData("duration", "\"s\"", null)]
    [InlineData("duration", "\"1y\"", null)]
    [InlineData("duration", "90", null)]
    [InlineData("int", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("int", "1.0", null)]
    [InlineData("int", "\"1\"", null)]
    [InlineData("uint", "18446744073709551615", "18446744073709551615u")]
    [InlineData("uint", "-1", null)]
    [InlineData("double", "1e308", "1E+308")]
    [InlineData("double", "1e309", null)]
    [InlineData("bool", "true", "true")]
    [InlineData("bool", "1", null)]
    [InlineData("bytes", "\"AQI=\"", "b\"0102\"")]
    [InlineData("bytes", "\"AQI\"", null)]
    public void A_value_is_read_exactly_or_refused(string type, string json, string? expected)
    {
        var shown = _decoding.Decode("t", $$"""{"id":"1","type":"e","time":0,"u":"1","{{type}}":{{json}}}""");
        var value = shown.Contains(", type: \"e\", ", StringComparison.Ordinal) ? shown[(shown.IndexOf($"{type}: ", StringComparison.Ordinal) + type.Length + 2)..^1] : null;
        Assert.Equal(expected, value?.StartsWith("\"e\", ", StringComparison.Ordinal) == true ? value[(value.IndexOf(": ", StringComparison.Ordinal) + 2)..] : value);
    }

    [Theory]
    [InlineData(null, "2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData(null, "2026-03-29T02:30:00", "2026-03-29T01:30:00Z")] // skipped in spring: as before the gap
    [InlineData(null, "2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData(null, "2026-10-25T02:30:00", "2026-10-25T00:30:00Z")] // twice in autumn: the first
    [InlineData(null, "2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData(null, "2026-10-25T03:00:00+00:00", "2026-10-25T03:00:00Z")]
    [InlineData("dd.MM.yyyy HH:mm:ss", "01.07.2026 12:00:00", "2026-07-01T10:00:00Z")]
    [InlineData("yyyyMMdd'T'HHmmss.fff", "20260701T120000.250", "2026-07-01T10:00:00.25Z")]
    [InlineData("d/M/yyyy H:mm", "1/7/2026 9:05", "2026-07-01T07:05:00Z")]
    [InlineData("MMM d yyyy h:mm tt", "Jul 1 2026 9:05 PM", "2026-07-01T19:05:00Z")]
    [InlineData("yyyy-MM-dd HH:mm zzz", "2026-07-01 12:00 +05:30", "2026-07-01T06:30:00Z")]
    [InlineData("yyyy-MM-dd", "2026-07-01", "2026-06-30T22:00:00Z")]
    [InlineData("yyyy-MM-dd", "2026-7-1", null)]
    [InlineData("dd.MM.yyyy HH:mm:ss", "31.06.2026 12:00:00", null)]
    public void A_time_without_offset_is_that_of_the_sources_zone(string? format, string written, string? expected)
    {
        var catalogue = new CatalogueBuilder().Event("e", "t")
            .Source(CatalogueBuilder.Mapping("t", SourceFormat.Json, ("user", "u")) with { TimeFormat = format, TimeZone = "Europe/Berlin" }).Build();

        // Twice: the second is read with what was remembered of the zone.
        var decoding = new Decoding(catalogue);
        for (var round = 0; round < 2; round++)
        {
            var shown = decoding.Decode("t", $$"""{"id":"1","type":"e","time":"{{written}}","u":"1"}""");
            Assert.Equal(expected is null ? null : $"user:1 e{{id: \"1\", time: {expected}, type: \"e\"}}", shown.StartsWith("dead", StringComparison.Ordinal) ? null : shown);
        }
    }
}
