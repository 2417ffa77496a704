using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;

namespace Triggers.Files.Sources;

/// <summary>One file of events that stands for a source topic: the record it is at, decoded. Belongs to one feed; one thread.</summary>
internal abstract class EventFile : IDisposable
{
    private readonly int _partition;
    private bool _ended;

    /// <summary>Opens a file.</summary>
    /// <param name="input">The file, opened; disposed with this.</param>
    /// <param name="topic">The topic it stands for.</param>
    /// <param name="partition">How many files of the same topic come before it.</param>
    /// <param name="catalogue">Event types and source mappings to decode with.</param>
    /// <param name="selection">The fields that events are given.</param>
    protected EventFile(InputFile input, string topic, int partition, EventCatalogue catalogue, FieldSelection selection)
    {
        Input = input;
        Topic = topic;
        _partition = partition;
        Decoder = new(catalogue, KeySecret.ForFiles, selection);
        Shape = Decoder.ShapeOf(topic) ?? throw new InvalidOperationException($"No event comes from {topic}, which was looked up in the same catalogue.");
    }

    /// <summary>The file.</summary>
    public InputFile Input { get; }

    /// <summary>What the record it is at turned out to be; null at the end.</summary>
    public DecodedKind? Kind { get; private set; }

    /// <summary>How many records of the file it stands for: 1, or the rows of an event that is made of several.</summary>
    public int Records { get; private set; }

    /// <summary>The event it is at.</summary>
    public CustomerEvent Event => Decoder.Event;

    /// <summary>The record it is at as a dead letter; its value is valid until <see cref="MoveNext"/>.</summary>
    public DeadLetter Dead => new(Topic, _partition, Row, Reason ?? Decoder.Reason, Text);

    /// <summary>The topic it stands for.</summary>
    protected string Topic { get; }

    /// <summary>What its records are made of.</summary>
    protected SourceShape Shape { get; }

    /// <summary>Decodes its records.</summary>
    protected SourceDecoder Decoder { get; }

    /// <summary>Row number of the record it is at, from 1.</summary>
    protected abstract long Row { get; }

    /// <summary>The record as it stands in the file; valid until the next is read.</summary>
    protected abstract ReadOnlyMemory<byte> Text { get; }

    /// <summary>Why the record could not even be handed to the decoder; null: it was.</summary>
    protected string? Reason { get; set; }

    /// <summary>Where the record stands.</summary>
    protected SourcePlace Place => new(Topic, _partition, Row, Timestamp.Beginning);

    /// <summary>Goes to the next record, or to the next event whose rows are complete.</summary>
    public void MoveNext()
    {
        do
        {
            if (Shape.TryComplete(out var rows))
            {
                (Kind, Records) = (DecodedKind.Event, rows);
                return;
            }

            (Kind, Records) = (_ended ? null : Read(), 1);
            if (Kind is null && !_ended)
            {
                _ended = true;
                Shape.End();
                Kind = DecodedKind.Row;
            }
        }
        while (Kind == DecodedKind.Row);
    }

    /// <inheritdoc/>
    public void Dispose() => Input.Dispose();

    /// <summary>Reads and decodes the next record; null at the end.</summary>
    protected abstract DecodedKind? Read();
}
