using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>
/// Would the message wake the customer? When it can be delivered was found with its channel; see <see cref="QuietHours.QuietHoursRule"/>.
/// <para><b>Passes when</b> it is delivered now. <b>Holds when</b> it is quiet, until it no longer is; its places stay taken.</para>
/// </summary>
internal sealed class QuietHoursGate : IGate
{
    /// <inheritdoc/>
    public string Name => "quiet-hours";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var (at, channel) = (judgement.At, judgement.Channel?.Name);
        return at == candidate.Now ||
            (at == Timestamp.Never
                ? judgement.Hold(Name, "The customer's time zone is not known, so it may be quiet hours there.", at, "no zone", channel: channel)
                : judgement.Hold(Name, $"It is quiet where the customer is, until {at}.", at, candidate.Now, at, channel));
    }
}
