using Triggers.Language.Evaluation;

namespace Triggers.Language.Plan;

/// <summary>An outbound channel.</summary>
/// <param name="Name">For instance <c>email</c>.</param>
/// <param name="Topic">The outbound topic, for instance <c>outbound.email</c>.</param>
/// <param name="Address">Gives the address (string) from <c>customer</c>; absent or empty: the customer cannot be reached here.</param>
public sealed record ChannelPlan(string Name, string Topic, CompiledExpression Address);
