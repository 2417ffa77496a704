using Triggers.Language.Plan;

namespace Triggers.Engine.Rules;

/// <summary>What one trigger does with events of one type.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Until">Its <c>until</c> entries that name the type, in the declared order.</param>
/// <param name="Starts">True when the type starts it.</param>
internal sealed record EventRules(TriggerPlan Trigger, UntilPlan[] Until, bool Starts);
