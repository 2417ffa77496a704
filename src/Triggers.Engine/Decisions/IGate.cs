namespace Triggers.Engine.Decisions;

/// <summary>
/// One question between a rule that matched and a message that goes out. Changes nothing but the judgement: facts in, verdict out. The frame shows the candidate's last
/// event, its steps and the customer.
/// </summary>
internal interface IGate
{
    /// <summary>As it stands in the decision record; lower-case, never changed.</summary>
    string Name { get; }

    /// <summary>Judges one candidate and writes down what it saw; true when the next gate is asked.</summary>
    bool Judge(in Candidate candidate, Judgement judgement);
}
