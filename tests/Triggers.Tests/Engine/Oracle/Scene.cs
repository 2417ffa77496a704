namespace Triggers.Tests.Engine.Oracle;

/// <summary>What a condition can see.</summary>
/// <param name="Event">The event; null where there is none.</param>
/// <param name="Customer">The customer.</param>
/// <param name="Steps">The events of the named steps before.</param>
internal readonly record struct Scene(NaiveEvent? Event, INaiveView Customer, IReadOnlyDictionary<string, NaiveEvent> Steps)
{
    /// <summary>No named steps.</summary>
    public static IReadOnlyDictionary<string, NaiveEvent> NoSteps { get; } = new Dictionary<string, NaiveEvent>();
}
