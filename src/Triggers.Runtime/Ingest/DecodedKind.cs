namespace Triggers.Runtime.Ingest;

/// <summary>What a source record turned out to be.</summary>
public enum DecodedKind
{
    /// <summary>An event of the catalogue.</summary>
    Event,

    /// <summary>Not an event; the reason says why. Goes to the dead-letter topic.</summary>
    Dead,
}
