using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.Index;

/// <summary>
/// What the start of a trigger asks of an event: of most events that meet its condition all that is looked at. In one place, for the parts of a plan lie as far apart in memory
/// as there are rules.
/// </summary>
/// <param name="Trigger">Stable id of the trigger.</param>
/// <param name="Where">Condition of the first step; null: every event.</param>
/// <param name="Key">The business key; null: the trigger has none.</param>
/// <param name="AtLeast">The event must have come so often; 0: once is enough.</param>
/// <param name="Window">Within so many milliseconds; 0 when once is enough.</param>
internal readonly record struct StartRule(StableId Trigger, CompiledExpression? Where, CompiledExpression? Key, int AtLeast, long Window)
{
    /// <summary>The start of a trigger; of one that no event starts only its id.</summary>
    public static StartRule Of(TriggerPlan trigger) => trigger.Start is not StepsStart start
        ? new(trigger.Id, Where: null, Key: null, AtLeast: 0, Window: 0)
        : new(trigger.Id, start.Steps[0].Where, start.Key, start.Times?.AtLeast ?? 0, (start.Times?.Window.Ticks ?? 0) / TimeSpan.TicksPerMillisecond);
}
