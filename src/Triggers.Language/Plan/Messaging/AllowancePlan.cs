namespace Triggers.Language.Plan.Messaging;

/// <summary>So many in a time.</summary>
/// <param name="AtMost">At least 1.</param>
/// <param name="Window">In which time; null: ever.</param>
public sealed record AllowancePlan(int AtMost, WindowPlan? Window);
