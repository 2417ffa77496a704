using System.Buffers;
using System.CommandLine;
using System.Globalization;
using Triggers.Files.Logs;
using Triggers.Hosting.Options;
using Triggers.Kafka.Reading;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Cli.Commands;

/// <summary><c>triggers log dump --config FILE --out FILE [--partition N [--from OFFSET] [--to OFFSET]]</c>: the log, or a range of it, into a file.</summary>
public sealed class LogCommand
{
    private const int FlushBytes = 1 << 20;

    private readonly Option<string> _config = ConfigOption.Create();
    private readonly Option<string> _out = new("--out") { Description = "The file to write: JSON lines, for `triggers run --log`.", HelpName = "FILE", Required = true };
    private readonly Option<int?> _partition = new("--partition") { Description = "Only this partition." };
    private readonly Option<long?> _from = new("--from") { Description = "First offset of that partition." };
    private readonly Option<long?> _to = new("--to") { Description = "End offset of that partition, not included." };
    private readonly Terminal _terminal;

    private LogCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var log = new LogCommand(terminal);
        var dump = new Command("dump", "Write the log, up to its present end, to a file.") { log._config, log._out, log._partition, log._from, log._to };
        dump.SetAction(log.Dump);
        return new("log", "Work with the log: the topic of canonical events, ticks and rules.") { dump };
    }

    private int Dump(ParseResult parsed)
    {
        var options = ServeOptions.Load(parsed.GetRequiredValue(_config));
        using var log = new KafkaLogDump(options.Kafka, options.Worker.Topics);
        var path = parsed.GetRequiredValue(_out);
        var records = Write(path, Records(parsed, log));
        _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records} records of {options.Worker.Topics.Events} are in {path}."));
        return ExitCode.Done;
    }

    private IEnumerable<LogRecord> Records(ParseResult parsed, KafkaLogDump log)
    {
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        return parsed.GetValue(_partition) switch
        {
            { } number when number < 0 || number >= log.Partitions => throw new OutsideFault(
                $"There is no partition {number}.", $"Partitions are 0 to {log.Partitions - 1}."),
            { } number => log.Read(number, from, to),
            null when from is not null || to is not null => throw new OutsideFault("--from and --to are offsets of one partition.", "Say which one with --partition."),
            null => log.ReadAll(),
        };
    }

    private static long Write(string path, IEnumerable<LogRecord> records)
    {
        try
        {
            using var file = File.Create(path);
            var buffer = new ArrayBufferWriter<byte>();
            long count = 0;
            foreach (var record in records)
            {
                LogDumpFormat.Write(record, buffer);
                count++;
                if (buffer.WrittenCount > FlushBytes)
                {
                    file.Write(buffer.WrittenSpan);
                    buffer.ResetWrittenCount();
                }
            }

            file.Write(buffer.WrittenSpan);
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The file {path} cannot be written: {e.Message}", "Check the folder and its permissions.", inner: e);
        }
    }
}
