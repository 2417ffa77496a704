namespace Triggers.Language.Plan;

/// <summary>How soon a trigger may happen to the same customer again.</summary>
/// <param name="Policy">What is counted.</param>
/// <param name="After">The pause of <see cref="AgainPolicy.AfterMessage"/> and <see cref="AgainPolicy.AfterEntry"/>, else zero.</param>
public sealed record AgainPlan(AgainPolicy Policy, TimeSpan After);
