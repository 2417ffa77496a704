using Triggers.Language.Text;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>An event that a rule test gives.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="At">Event time, also log time.</param>
/// <param name="Type">Its type.</param>
/// <param name="Customer">Value of the customer's identifier.</param>
/// <param name="Fields">
/// Declared fields and values, in ordinal order: those given, and for those left out that must be there an empty value (<c>""</c>, 0, false, an empty list), so that
/// a test says only what matters.
/// </param>
public sealed record GivenEvent(
    SourceSpan Place, Timestamp At, EventType Type, string Customer, IReadOnlyList<KeyValuePair<FieldDefinition, Value>> Fields);
