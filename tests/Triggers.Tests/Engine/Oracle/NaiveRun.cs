using Triggers.Model;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A run as the oracle keeps it: the start event with the fields that the trigger's <c>if</c> read when it began.</summary>
internal sealed record NaiveRun(string Trigger, string Key, NaiveEvent Cause, int Deadline)
{
    public ulong TriggerId { get; } = StableId.Of(Trigger).Value;
}
