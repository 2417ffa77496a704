using Triggers.Language.Schema;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>A checked workspace: everything the engine needs, and nothing of its text. Immutable and thread-safe.</summary>
/// <param name="Name">Name of the workspace.</param>
/// <param name="Version">Hash of the workspace's files, 16 hexadecimal digits; the same files always have the same version.</param>
/// <param name="Catalogue">Event types and source mappings.</param>
/// <param name="Customer">
/// What rules see as <c>customer</c>: <see cref="CustomerIdOrdinal"/>, <see cref="CustomerKindOrdinal"/>, then one field a trait in the order of <paramref name="Traits"/>.
/// </param>
/// <param name="Traits">The traits.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Triggers">The triggers, by name.</param>
public sealed record WorkspacePlan(
    string Name,
    string Version,
    EventCatalogue Catalogue,
    RecordType Customer,
    IReadOnlyList<TraitPlan> Traits,
    IReadOnlyList<ChannelPlan> Channels,
    IReadOnlyList<TriggerPlan> Triggers)
{
    /// <summary>Ordinal of <c>customer.id</c> (string): the identifier's value.</summary>
    public const int CustomerIdOrdinal = 0;

    /// <summary>Ordinal of <c>customer.kind</c> (string): the identifier's kind.</summary>
    public const int CustomerKindOrdinal = 1;

    /// <summary>Ordinal of the first trait.</summary>
    public const int FirstTrait = 2;
}
