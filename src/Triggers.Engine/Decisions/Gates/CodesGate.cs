using System.Globalization;
using Triggers.Language.Plan.Messaging;

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

        judgement.Code = facts.Draws.NextCode(pool);
        return judgement.Code is { } code
            ? judgement.Pass(Name, pool.Codes is null ? code + 1 : pool[code], pool.Name)
            : judgement.Refuse(Name, Say(pool), "none left", pool.Name);
    }

    /// <summary>Why not, one sentence for people.</summary>
    public static string Say(CodePoolPlan pool) =>
        string.Create(CultureInfo.InvariantCulture, $"The pool `{pool.Name}` has no code left: each of its {pool.Count} is given out or kept for a held message.");
}
