using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates.Consent;

/// <summary>
/// Does the customer want such messages on any of the trigger's channels? Which of them is asked again when the channel is chosen.
/// <para><b>Passes when</b> consent is given or assumed on one channel at least. <b>Refuses when</b> it is on none.</para>
/// </summary>
internal sealed class ConsentGate : IGate
{
    /// <inheritdoc/>
    public string Name => "consent";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var send = candidate.Trigger.Send;
        var said = default(Timestamp?);
        for (var i = 0; i < send.Channels.Count; i++)
        {
            var channel = send.Channels[i];
            var verdict = ConsentRule.Judge(channel.Consent, channel.Id, send.Purpose, send.PurposeId, candidate.State.Messaging.Consents);
            if (verdict.IsGiven)
            {
                return true;
            }

            said = verdict.Since is { } since && !(said > since) ? since : said;
        }

        var names = string.Join(" or ", send.Channels.Select(channel => channel.Name));
        return said is { } at
            ? judgement.Refuse(Name, $"The customer does not want messages of the purpose `{send.Purpose}` on {names}: withdrawn at {at}.", new GateText("withdrawn", at), send.Purpose)
            : judgement.Refuse(Name, $"The customer has not agreed to messages of the purpose `{send.Purpose}` on {names}.", "not given", send.Purpose);
    }
}
