namespace Triggers.Load;

/// <summary>A rule of <c>rules-N</c> as numbers.</summary>
/// <param name="Type">Ordinal of the event type.</param>
/// <param name="Category">The category.</param>
/// <param name="Cents">The amount must be more.</param>
internal readonly record struct PackedRule(int Type, int Category, int Cents)
{
    /// <summary>Whether the event fulfils it.</summary>
    internal bool Holds(PackedEvent candidate) => candidate.Type == Type && candidate.Category == Category && candidate.Cents > Cents;
}
