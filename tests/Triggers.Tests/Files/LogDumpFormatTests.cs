using System.Buffers;
using System.Text;
using Triggers.Files.Logs;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Files;

public sealed class LogDumpFormatTests
{
    private static readonly LogRecord[] Records =
    [
        new(RecordKind.Rules, 0, 0, new Timestamp(1000), default, new byte[] { 0x1F, 0x8B, 0, 255 }),
        new(RecordKind.Event, 0, 2, new Timestamp(1001), new CustomerKey(0, 42), "{\"type\":\"x\",\"v\":1.50,\"t\":\"\\u00e4ä\"}"u8.ToArray()),
        new(RecordKind.Tick, 3, 7, new Timestamp(1767225600005), default, ReadOnlyMemory<byte>.Empty),
        new(RecordKind.Event, 3, 8, new Timestamp(1), new CustomerKey(ulong.MaxValue, ulong.MaxValue), "{not json"u8.ToArray()),
        new(RecordKind.Event, 3, 9, new Timestamp(2), new CustomerKey(0, 1), "{\"a\":\n1}"u8.ToArray()),
        new(RecordKind.Lease, 3, 10, new Timestamp(3), default, "{\"budgets\":{\"spring\":\"5.00\"},\"pools\":{}}"u8.ToArray()),
    ];

    [Fact]
    public void A_record_is_one_line()
    {
        Assert.Equal(
            """
            {"partition":0,"offset":0,"time":1000,"kind":"rules","value":"H4sA/w=="}
            {"partition":0,"offset":2,"time":1001,"kind":"event","key":"0000000000000000000000000000002a","value":{"type":"x","v":1.50,"t":"\u00e4ä"}}
            {"partition":3,"offset":7,"time":1767225600005,"kind":"tick"}
            {"partition":3,"offset":8,"time":1,"kind":"event","key":"ffffffffffffffffffffffffffffffff","value":"e25vdCBqc29u"}
            {"partition":3,"offset":9,"time":2,"kind":"event","key":"00000000000000000000000000000001","value":"eyJhIjoKMX0="}
            {"partition":3,"offset":10,"time":3,"kind":"lease","value":{"budgets":{"spring":"5.00"},"pools":{}}}

            """.ReplaceLineEndings("\n"), Written());
    }

    [Fact]
    public void Records_come_back_byte_for_byte()
    {
        using var folder = new TemporaryFolder();
        var read = LogDumpReader.Read(folder.Write("log.jsonl", Written())).ToList();
        Assert.Equal(Records.Select(Show), read.Select(Show));

        static string Show(LogRecord record) => $"{record with { Body = default }} {Convert.ToHexString(record.Body.Span)}";
    }

    [Theory]
    [InlineData("{}", "`partition`, `offset`, `time` or `kind` is missing")]
    [InlineData("[", "it is not a JSON object of the dump's form")]
    [InlineData("{\"kind\":\"event\",\"key\":\"42\"}", "its `key` is not 32 hexadecimal digits")]
    [InlineData("{\"kind\":\"loan\"}", "its `kind` is \"loan\"; kinds are event, tick, rules, lease")]
    public void A_line_that_is_no_record_is_named(string line, string why)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("log.jsonl", Written() + line + "\n");
        var fault = Assert.Throws<OutsideFault>(() => LogDumpReader.Read(path).Count());
        Assert.Equal($"Line {Records.Length + 1} of {path} is no record of a log: {why}.", fault.Message);
    }

    private static string Written()
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var record in Records)
        {
            LogDumpFormat.Write(record, buffer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
