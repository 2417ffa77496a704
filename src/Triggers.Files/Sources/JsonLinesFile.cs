using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Sources;

/// <summary>Events as JSON lines: one object a line, plain by the topic's mapping or structured CloudEvents.</summary>
internal sealed class JsonLinesFile(InputFile input, string topic, int partition, EventCatalogue catalogue, FieldSelection selection) : EventFile(input, topic, partition, catalogue, selection)
{
    private readonly LineReader _lines = new(input);

    protected override long Row => _lines.Number;

    protected override ReadOnlyMemory<byte> Text => _lines.Memory;

    protected override DecodedKind? Read()
    {
        if (!_lines.Read())
        {
            return null;
        }

        if (Row == 1 && _lines.Line is [(byte)'[', ..])
        {
            throw new OutsideFault($"{Input.Path} holds one JSON list, not JSON lines.", $"Write one object a line, for instance with: jq -c '.[]' {Input.Path}");
        }

        Reason = _lines.IsCut ? $"The line is longer than {LineReader.LongestLine:N0} bytes." : null;
        return Reason is null ? Decoder.Decode(Place, _lines.Line, []) : DecodedKind.Dead;
    }
}
