namespace Triggers.Engine.Decisions;

/// <summary>
/// One question between a rule that matched and a message that goes out. Pure: facts in, verdict out. The frame shows the candidate's last event, its steps and the customer.
/// </summary>
internal interface IGate
{
    /// <summary>As it stands in the decision record; lower-case, never changed.</summary>
    string Name { get; }

    /// <summary>Judges one candidate.</summary>
    GateVerdict Judge(in Candidate candidate, StepFrame facts);
}
