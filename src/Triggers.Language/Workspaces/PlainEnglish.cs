using Triggers.Language.Plan;
using Triggers.Language.Workspaces.English;

namespace Triggers.Language.Workspaces;

/// <summary>Says what a trigger does, so that its author can see whether it is what was meant. For reading only.</summary>
public static class PlainEnglish
{
    /// <summary>Some sentences, each on a line: name and label, when it fires and what goes out, what a repeat does; then what stands between the trigger and its message.</summary>
    public static string Explain(TriggerPlan trigger, WorkspacePlan plan) =>
        $"{trigger.Name}{(trigger.Label == trigger.Name ? "" : $": {trigger.Label}")}\n{new TriggerSentence(trigger, plan).Say()}{new GatesPhrase(trigger, plan).Say()}";
}
