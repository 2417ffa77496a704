namespace Triggers.Engine.Intake;

/// <summary>What <see cref="EventReader"/> found.</summary>
public enum EventReading
{
    /// <summary>An event of the catalogue.</summary>
    Read,

    /// <summary>An event of a type that the catalogue does not have (or no longer has): ignored.</summary>
    UnknownType,

    /// <summary>An event of a type that no rule uses: not read further.</summary>
    Unused,

    /// <summary>Not a canonical event; <see cref="EventReader.Problem"/> says why.</summary>
    Malformed,
}
