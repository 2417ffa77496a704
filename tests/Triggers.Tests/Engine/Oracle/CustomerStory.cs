namespace Triggers.Tests.Engine.Oracle;

/// <summary>What happened to one customer, as lines of text: one list for each thing that the engine reports, in order.</summary>
internal sealed class CustomerStory
{
    /// <summary>Segments, stages and crossings entered and left.</summary>
    public List<string> Memberships { get; } = [];

    /// <summary>What became of runs.</summary>
    public List<string> Runs { get; } = [];

    /// <summary>Decisions, with the message of those that were sent.</summary>
    public List<string> Decisions { get; } = [];

    /// <summary>What became of each event and tick, and the next deadline after it.</summary>
    public List<string> Fates { get; } = [];

    /// <summary>All lists, for comparing.</summary>
    public IReadOnlyList<(string Name, List<string> Lines)> Lists => [("memberships", Memberships), ("runs", Runs), ("decisions", Decisions), ("fates", Fates)];

    /// <summary>Everything, and where each list ends; null when the two are equal, else what differs.</summary>
    public string? Difference(CustomerStory told)
    {
        foreach (var ((name, mine), (_, theirs)) in Lists.Zip(told.Lists))
        {
            if (!mine.SequenceEqual(theirs))
            {
                var same = mine.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
                return $"The {name} differ after {same}:\n  oracle: {string.Join("\n          ", mine.Skip(same).Take(6))}\n  engine: {string.Join("\n          ", theirs.Skip(same).Take(6))}";
            }
        }

        return null;
    }
}
