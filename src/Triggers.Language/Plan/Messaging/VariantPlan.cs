namespace Triggers.Language.Plan.Messaging;

/// <summary>One of several forms of an offer.</summary>
/// <param name="Name">Unique in the offer.</param>
/// <param name="Weight">Its share against the other variants, 0..1,000; 0: nobody gets it.</param>
/// <param name="Content">Where it differs from the offer's own.</param>
public sealed record VariantPlan(string Name, int Weight, ContentPlan Content);
