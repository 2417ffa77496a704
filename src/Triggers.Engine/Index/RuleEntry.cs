using Triggers.Language.Evaluation;

namespace Triggers.Engine.Index;

/// <summary>One subscription of the index.</summary>
/// <param name="Role">What the event does.</param>
/// <param name="Owner">Position of the trait or trigger in the plan.</param>
/// <param name="Place">Position of the <c>until</c> or step; 0 for others.</param>
/// <param name="Where">Its whole condition; null: always.</param>
internal readonly record struct RuleEntry(RuleRole Role, int Owner, int Place, CompiledExpression? Where);
