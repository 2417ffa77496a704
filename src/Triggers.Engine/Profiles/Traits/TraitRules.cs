using Triggers.Language.Plan;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>Trait → the rule of its kind.</summary>
internal static class TraitRules
{
    /// <summary>The rule of a trait.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="currency">Currency of sums that have none yet.</param>
    public static TraitRule Of(TraitPlan trait, string currency) => trait.Kind switch
    {
        TraitKind.Latest => new LatestRule(trait),
        TraitKind.First => new FirstRule(trait),
        TraitKind.Count => new CountRule(trait),
        TraitKind.Sum or TraitKind.Average => new SumRule(trait, currency),
        TraitKind.Min or TraitKind.Max => new ExtremeRule(trait),
        TraitKind.Distinct => new DistinctRule(trait),
        TraitKind.Top => new TopRule(trait),
        TraitKind.Last => new LastRule(trait),
        TraitKind.Visits or TraitKind.Dwell or TraitKind.PathLength => new VisitRule(trait),
        _ => throw new InvalidOperationException($"The trait {trait.Name} is of the unknown kind {trait.Kind}."),
    };
}
