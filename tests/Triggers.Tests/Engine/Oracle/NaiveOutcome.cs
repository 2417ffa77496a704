namespace Triggers.Tests.Engine.Oracle;

/// <summary>What an event did to a run.</summary>
/// <param name="Fate">What it did.</param>
/// <param name="Run">The run afterwards.</param>
/// <param name="Stays">A run that goes on waiting beside it, because every such event goes on by itself; null: none.</param>
internal readonly record struct NaiveOutcome(NaiveFate Fate, NaiveRun Run, NaiveRun? Stays = null);
