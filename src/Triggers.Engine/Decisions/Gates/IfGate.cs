namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// The trigger's own last word: its <c>if</c>, checked when the wait has ended.
/// <para><b>Passes when</b> there is none or it is true. <b>Refuses when</b> it is false or has no value.</para>
/// </summary>
internal sealed class IfGate : IGate
{
    /// <inheritdoc/>
    public string Name => "if";

    /// <inheritdoc/>
    public GateVerdict Judge(in Candidate candidate, StepFrame facts)
    {
        if (candidate.Trigger.If is not { } condition)
        {
            return GateVerdict.Pass;
        }

        var value = facts.Evaluate(condition);
        return value.IsTrue ? GateVerdict.Pass
            : value.IsError ? GateVerdict.Refuse($"The condition `{condition.Source}` could not be evaluated: {value.AsError.Message}.")
            : GateVerdict.Refuse($"The condition `{condition.Source}` is {value}, not true.");
    }
}
