using System.Net;

namespace Triggers.Hosting.Options;

/// <summary>What a process tells about itself, and to whom.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Says that nothing is listened to.</summary>
    public const string None = "none";

    /// <summary>
    /// Where <c>/metrics</c> and <c>/health</c> are served: IP address and port; port 0 takes a free one; <c>none</c>: nowhere. Default <c>127.0.0.1:9464</c> (the port that OpenTelemetry gives to
    /// Prometheus), so that nobody outside the machine sees it unasked.
    /// </summary>
    public string Address { get; init; } = "127.0.0.1:9464";

    /// <summary>How many triggers have series of their own; further ones are told together as <c>other</c>. Default 500, 0 to 10,000.</summary>
    public int TriggersMax { get; init; } = 500;

    /// <summary>A graph that has not begun a turn for so long counts as stuck: not alive. Default 2 min, 40 s to 1 h, and four times the transaction time-out at least: so long a turn may rightly take.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Form of the lines on standard error: <c>text</c> or <c>json</c>, one object a line. Default <c>text</c>.</summary>
    public string Log { get; init; } = "text";

    /// <summary>Collector to which metrics and traces are sent by OTLP: an address such as <c>http://collector:4317</c>; null: none. Default: none.</summary>
    public string? Otlp { get; init; }

    /// <summary>Transport of OTLP: <c>grpc</c> or <c>http</c> (protobuf). Default <c>grpc</c>.</summary>
    public string OtlpProtocol { get; init; } = "grpc";

    /// <summary>How often metrics are sent by OTLP. Default 15 s, 1 s to 1 h.</summary>
    public TimeSpan OtlpInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The address to listen at; null: none. Only of options without faults.</summary>
    public IPEndPoint? Endpoint => Address == None ? null : IPEndPoint.Parse(Address);

    /// <summary>Everything that is wrong, one sentence each; empty: the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        void Check(bool ok, string name, string value, string allowed)
        {
            if (!ok)
            {
                faults.Add($"telemetry.{name} is {value}; allowed is {allowed}.");
            }
        }

        void CheckSpan(TimeSpan value, string name, TimeSpan least, TimeSpan most) =>
            Check(value >= least && value <= most, name, OptionDuration.Write(value), $"{OptionDuration.Write(least)} to {OptionDuration.Write(most)}");

        Check(Address == None || (Address.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(Address, out _)), "address", $"'{Address}'", "an IP address and a port, such as 0.0.0.0:9464, or none");
        Check(TriggersMax is >= 0 and <= 10_000, "triggersMax", $"{TriggersMax}", "0 to 10000");
        CheckSpan(StuckAfter, "stuckAfter", TimeSpan.FromSeconds(40), TimeSpan.FromHours(1));
        Check(Log is "text" or "json", "log", $"'{Log}'", "text or json");
        Check(Otlp is null || (Uri.TryCreate(Otlp, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"), "otlp", $"'{Otlp}'", "an address that begins with http:// or https://");
        Check(OtlpProtocol is "grpc" or "http", "otlpProtocol", $"'{OtlpProtocol}'", "grpc or http");
        CheckSpan(OtlpInterval, "otlpInterval", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        return faults;
    }
}
