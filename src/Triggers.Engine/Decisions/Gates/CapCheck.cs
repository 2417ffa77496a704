using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>Asks the caps about one channel; see <see cref="CapRule"/>.</summary>
internal sealed class CapCheck(DecisionFacts facts)
{
    /// <summary>As it stands in the decision record.</summary>
    public const string Name = "cap";

    private readonly CountedCap[] _caps = [.. facts.Messaging.Policies.Caps.Select(cap => new CountedCap(cap))];
    private readonly List<CapUse> _covering = [];
    private readonly int[] _counts = new int[facts.Messaging.Policies.Caps.Count];

    /// <summary>What the caps say to delivery at the judgement's time.</summary>
    public CapVerdict Judge(in Candidate candidate, ChannelPlan channel, ZoneClock? clock, Judgement judgement)
    {
        var send = candidate.Trigger.Send;
        if (_caps.Length == 0 || send.IgnoresCaps)
        {
            return CapVerdict.Pass;
        }

        var at = judgement.At == Timestamp.Never ? candidate.Now : judgement.At;
        _covering.Clear();
        foreach (var cap in _caps)
        {
            if (cap.Cap.Covers(channel.Name, send.Purpose, send.Tags))
            {
                _covering.Add(cap.Of(candidate.State));
            }
        }

        var verdict = CapRule.Judge(new(at, candidate.Since, clock, _covering), _counts);
        for (var i = 0; i < _covering.Count && verdict.Passes; i++)
        {
            judgement.Pass(Name, _counts[i], _covering[i].Cap.Name, channel.Name);
        }

        return verdict;
    }
}
