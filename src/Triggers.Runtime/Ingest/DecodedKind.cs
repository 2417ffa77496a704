namespace Triggers.Runtime.Ingest;

/// <summary>What a source record turned out to be.</summary>
public enum DecodedKind
{
    /// <summary>An event of the catalogue.</summary>
    Event,

    /// <summary>A row of an event of several rows, which comes when they are complete.</summary>
    Row,

    /// <summary>Not an event; the reason says why. Goes to the dead-letter topic.</summary>
    Dead,
}
