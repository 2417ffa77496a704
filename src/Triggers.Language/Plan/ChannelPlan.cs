using Triggers.Language.Evaluation;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Templates;
using Triggers.Model;

namespace Triggers.Language.Plan;

/// <summary>An outbound channel.</summary>
/// <param name="Name">For instance <c>email</c>.</param>
/// <param name="Topic">The outbound topic, for instance <c>outbound.email</c>.</param>
/// <param name="Address">Gives the address (string) from <c>customer</c>; absent or empty: the customer cannot be reached here.</param>
public sealed record ChannelPlan(string Name, string Topic, CompiledExpression Address)
{
    /// <summary>Identity in stored state.</summary>
    public StableId Id { get; } = StableId.Of(Name);

    /// <summary>What it takes for granted when the customer has said nothing.</summary>
    public ConsentPlan Consent { get; init; } = ConsentPlan.NotKept;

    /// <summary>What it delivers.</summary>
    public TemplateFormat Format { get; init; } = TemplateFormat.Text;

    /// <summary>Part of the content → its longest text in characters; a part that is not named may have <see cref="Template.LengthMax"/>.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    /// <summary>Its own quiet hours; null: those of all channels, unless <see cref="IsNeverQuiet"/>.</summary>
    public QuietHoursPlan? QuietHours { get; init; }

    /// <summary>True: it has no quiet hours, whatever the policies say.</summary>
    public bool IsNeverQuiet { get; init; }

    /// <summary>When it is open; null: always.</summary>
    public ReplyPlan? Reply { get; init; }
}
