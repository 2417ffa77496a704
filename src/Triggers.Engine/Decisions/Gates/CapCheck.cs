using System.Globalization;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>Asks the caps about one channel; see <see cref="CapRule"/>.</summary>
internal sealed class CapCheck(DecisionFacts facts)
{
    /// <summary>As it stands in the decision record.</summary>
    public const string Name = "cap";

    private readonly SentFacts _sent = new(facts);

    /// <summary>What the caps say to delivery at the judgement's time.</summary>
    public CapVerdict Judge(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        var (caps, send) = (facts.Messaging.Policies.Caps, candidate.Trigger.Send);
        if (caps.Count == 0 || send.IgnoresCaps)
        {
            return CapVerdict.Pass;
        }

        var at = judgement.At == Timestamp.Never ? candidate.Now : judgement.At;
        var counted = _sent.Counted(candidate.State);
        var verdict = CapRule.Judge(caps, new(at, candidate.Since, facts.Zone(), channel.Name, send.Purpose, send.Tags, counted));
        if (verdict.Passes)
        {
            foreach (var cap in caps)
            {
                if (cap.Covers(channel.Name, send.Purpose, send.Tags))
                {
                    judgement.Pass(Name, counted.Count(message => cap.Covers(message.Channel, message.Purpose, message.Tags)).ToString(CultureInfo.InvariantCulture), cap.Name, channel.Name);
                }
            }
        }

        return verdict;
    }

    /// <summary>Why not, one sentence for people.</summary>
    public static string Say(in CapVerdict verdict) => $"The cap `{verdict.Cap!.Name}` is full: the customer has had {Count(verdict)} of {CapText.Write(verdict.Cap.Allowance)}.";

    /// <summary>How many were counted.</summary>
    public static string Count(in CapVerdict verdict) => verdict.Count.ToString(CultureInfo.InvariantCulture);
}
