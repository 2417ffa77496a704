using Triggers.Language.Evaluation;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Schema;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>A checked workspace: everything the engine needs, and nothing of its text. Immutable and thread-safe.</summary>
/// <param name="Name">Name of the workspace.</param>
/// <param name="Version">Hash of the workspace's files, 16 hexadecimal digits; the same files always have the same version.</param>
/// <param name="Catalogue">Event types and source mappings.</param>
/// <param name="Customer">
/// What rules see as <c>customer</c>: <see cref="CustomerIdOrdinal"/>, <see cref="CustomerKindOrdinal"/>, <see cref="CustomerSegmentsOrdinal"/>,
/// <see cref="CustomerStageOrdinal"/>, then one field a trait in the order of <paramref name="Traits"/>.
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

    /// <summary>Ordinal of <c>customer.segments</c> (list of string): the names of the segments the customer is in, in the order of the plan.</summary>
    public const int CustomerSegmentsOrdinal = 2;

    /// <summary>Ordinal of <c>customer.stage</c> (string): the name of the stage; absent when none holds.</summary>
    public const int CustomerStageOrdinal = 3;

    /// <summary>Ordinal of the first trait.</summary>
    public const int FirstTrait = 4;

    /// <summary>Conditions that are followed: segments, then stages, then the crossings of triggers; each in the order of the files.</summary>
    public IReadOnlyList<MembershipPlan> Memberships { get; init; } = [];

    /// <summary>Zone of days and times where the customer's is not known (tz database).</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>Gives a customer's time zone (tz database) from <c>customer</c>; null: the workspace's is everybody's.</summary>
    public CompiledExpression? CustomerZone { get; init; }

    /// <summary>What stands between a rule that matched and a message.</summary>
    public MessagingPlan Messaging { get; init; } = MessagingPlan.None;

    /// <summary>Every budget: those of triggers, of offers, and the shared ones.</summary>
    public IEnumerable<BudgetPlan> Budgets => Triggers.Select(trigger => trigger.Budget).Concat(Messaging.Offers.Select(offer => offer.Budget)).OfType<BudgetPlan>()
        .Concat(Messaging.Policies.Budgets.Select(shared => shared.Budget));

    /// <summary>The fields of <c>customer</c> that no trait gives.</summary>
    public static IReadOnlyList<FieldDefinition> BuiltInFields { get; } =
    [
        new("id", CustomerIdOrdinal, DataType.String, Optional: false),
        new("kind", CustomerKindOrdinal, DataType.String, Optional: false),
        new("segments", CustomerSegmentsOrdinal, DataType.List(DataType.String), Optional: false),
        new("stage", CustomerStageOrdinal, DataType.String, Optional: true),
    ];
}
