namespace Triggers.Engine;

/// <summary>One change of one run, for counters.</summary>
/// <param name="Trigger">Name of the trigger; empty for <see cref="RunChangeKind.Orphaned"/>.</param>
/// <param name="Kind">What happened.</param>
public readonly record struct RunChange(string Trigger, RunChangeKind Kind);
