using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Has the customer had this before, or not long enough ago? The part of <c>again</c> that is measured from a message.
/// <para><b>Passes when</b> there is no <c>again</c>, or the last message is long enough ago. <b>Refuses when</b> it is not, or it was the only one there may be.</para>
/// </summary>
internal sealed class AgainGate : IGate
{
    /// <inheritdoc/>
    public string Name => "again";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement) => ReEntry.BlockedUntil(candidate) switch
    {
        null => true,
        { } until when until == Timestamp.Never && candidate.Trigger.Again!.Policy == AgainPolicy.OncePerKey =>
            judgement.Refuse(Name, $"The customer has had this message for {candidate.Key} before, and `again: once per key` allows one.", limit: "once per key"),
        { } until when until == Timestamp.Never =>
            judgement.Refuse(Name, "The customer has had this message before, and `again: once` allows one.", limit: "once"),
        { } until => judgement.Refuse(Name, $"The customer had this message not long ago: `again` allows the next one from {until} on.", candidate.Now, until),
    };
}
