using System.Globalization;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Is there a code for it? Each is given once, ever: the first that nobody has, in the order of the pool.
/// <para><b>Passes when</b> the offer has no codes, or there is one left. <b>Refuses when</b> all are given out or kept for held messages.</para>
/// </summary>
internal sealed class CodesGate(DecisionFacts facts) : IGate
{
    /// <inheritdoc/>
    public string Name => "codes";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        if (judgement.Offer?.Pool is not { } pool)
        {
            return true;
        }

        // The record says how many are left and not which comes next: gates behind this one may still refuse, and then another customer gets it.
        var share = facts.Draws.ShareOf(pool);
        judgement.Code = share?.NextOf(pool);
        return judgement.Code is not null
            ? judgement.Pass(Name, new GateText(share!.Left, "left"), pool.Name)
            : judgement.Refuse(Name, share is null ? $"No code of the pool `{pool.Name}` was granted." : Say(pool), "none left", pool.Name);
    }

    private static string Say(CodePoolPlan pool) =>
        string.Create(CultureInfo.InvariantCulture, $"The pool `{pool.Name}` has no code left: each of its {pool.Count} is given out or kept for a held message.");
}
