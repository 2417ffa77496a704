using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Language.Plan;

/// <summary>An event that ends runs of a trigger at once.</summary>
/// <param name="Event">Its type.</param>
/// <param name="Key">Only the runs of this key; null: all the customer's runs of the trigger.</param>
/// <param name="Where">Only when true; null: always.</param>
public sealed record UntilPlan(EventType Event, CompiledExpression? Key, CompiledExpression? Where);
