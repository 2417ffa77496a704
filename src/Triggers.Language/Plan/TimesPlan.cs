namespace Triggers.Language.Plan;

/// <summary>A start counts only when it happens often: at every start event at which so many, this one included, lie in (t − window, t].</summary>
/// <param name="AtLeast">So many, 2..64.</param>
/// <param name="Window">In this time.</param>
public sealed record TimesPlan(int AtLeast, TimeSpan Window);
