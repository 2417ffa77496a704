namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// The trigger's own last word: its <c>if</c>, checked when the wait has ended.
/// <para><b>Passes when</b> there is none or it is true. <b>Refuses when</b> it is false or has no value.</para>
/// </summary>
internal sealed class IfGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "if";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        if (candidate.Trigger.If is not { } condition)
        {
            return true;
        }

        var value = facts.Frame.Evaluate(condition);
        return value.IsTrue ||
            (value.IsError
                ? judgement.Refuse(Name, $"The condition `{condition.Source}` could not be evaluated: {value.AsError.Message}.", "no value", condition.Source)
                : judgement.Refuse(Name, $"The condition `{condition.Source}` is {value}, not true.", value.ToString(), condition.Source));
    }
}
