using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios;

namespace Triggers.Files.Sources;

/// <summary>
/// Several event files as one feed, merged by event time: always the file goes on whose next event is the earliest; at equal times the one named first. Within a file the
/// order is the file's, whatever its times. Rows that are no events come as soon as they are reached.
/// </summary>
public sealed class EventFiles : IEventFeed
{
    private readonly List<EventFile> _files = [];
    private readonly long _length;
    private EventFile? _current;

    /// <summary>Opens the files and reads each one's first record.</summary>
    /// <exception cref="OutsideFault">A file cannot be opened, or a CSV file lacks a column that the mapping names.</exception>
    public EventFiles(IReadOnlyList<EventFileName> names, EventCatalogue catalogue)
        : this(names, catalogue, FieldSelection.Everything(catalogue))
    {
    }

    /// <summary>Opens the files, to give events only the fields that <paramref name="selection"/> reads.</summary>
    /// <exception cref="OutsideFault">A file cannot be opened, or a CSV file lacks a column that the mapping names.</exception>
    public EventFiles(IReadOnlyList<EventFileName> names, EventCatalogue catalogue, FieldSelection selection)
    {
        try
        {
            foreach (var name in names)
            {
                var partition = names.TakeWhile(n => !ReferenceEquals(n, name)).Count(n => n.Topic == name.Topic);
                var file = Open(name, partition, catalogue, selection);
                _files.Add(file);
                file.MoveNext();
            }
        }
        catch (OutsideFault)
        {
            Dispose();
            throw;
        }

        _length = _files.Sum(f => f.Input.Length);
    }

    /// <inheritdoc/>
    public CustomerEvent Event => Current.Event;

    /// <inheritdoc/>
    public DeadLetter Dead => Current.Dead;

    /// <inheritdoc/>
    public int Records => Current.Records;

    /// <inheritdoc/>
    public double Progress => _length == 0 ? 1 : (double)_files.Sum(f => f.Input.Position) / _length;

    private EventFile Current => _current ?? throw new InvalidOperationException("There is no record before the first and after the last.");

    /// <inheritdoc/>
    public DecodedKind? Next()
    {
        _current?.MoveNext();
        _current = null;
        foreach (var file in _files)
        {
            if (file.Kind == DecodedKind.Dead)
            {
                _current = file;
                break;
            }

            if (file.Kind == DecodedKind.Event && (_current is null || file.Event.Time < _current.Event.Time))
            {
                _current = file;
            }
        }

        return _current?.Kind;
    }

    /// <inheritdoc/>
    public void Dispose() => _files.ForEach(f => f.Dispose());

    private static EventFile Open(EventFileName name, int partition, EventCatalogue catalogue, FieldSelection selection)
    {
        var input = InputFile.Open(name.Path);
        try
        {
            return catalogue.Source(name.Topic)?.Format == SourceFormat.Csv
                ? new CsvFile(input, name.Topic, partition, catalogue, selection)
                : new JsonLinesFile(input, name.Topic, partition, catalogue, selection);
        }
        catch (OutsideFault)
        {
            input.Dispose();
            throw;
        }
    }
}
