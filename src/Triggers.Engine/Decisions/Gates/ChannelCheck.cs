using Triggers.Language.Plan;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>One question to each channel.</summary>
/// <param name="Name">As it stands in the decision record.</param>
/// <param name="Passes">Judges one channel and writes down what it saw; true when the next is asked.</param>
internal sealed record ChannelCheck(string Name, ChannelCheck.Judge Passes)
{
    /// <summary>Judges one channel.</summary>
    internal delegate bool Judge(in Candidate candidate, ChannelPlan channel, Judgement judgement);
}
