using Triggers.Engine.State;
using Triggers.Language.Plan;

namespace Triggers.Engine;

/// <summary>A run that has come to its end and asks for a message.</summary>
/// <param name="Trigger">Its trigger.</param>
/// <param name="Run">The run, no longer in the state.</param>
internal readonly record struct Candidate(TriggerPlan Trigger, Run Run);
