namespace Triggers.Model.Verdicts;

/// <summary>What became of a candidate. Names are part of the decision record: append only.</summary>
public enum Outcome : byte
{
    /// <summary>A message went out.</summary>
    Sent = 1,

    /// <summary>A gate refused.</summary>
    Refused = 2,

    /// <summary>It waits, and is judged again; another decision of the same id follows.</summary>
    Held = 3,
}
