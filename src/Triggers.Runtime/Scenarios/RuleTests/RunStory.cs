using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Events;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>Says why something came or did not come: what became of the runs of a trigger, or why none began.</summary>
internal sealed class RunStory(WorkspacePlan plan, RuleTest test, RuleTestRecord record)
{
    private const int MostSentences = 3;

    /// <summary>Why a message came.</summary>
    public IReadOnlyList<string> Why(Message came) =>
        record.Decisions.First(decision => decision.Id == came.Id) is var decision && CauseOf(decision) is { } cause
            ? [$"{Say(cause)} began its run{Waited(decision)}."]
            : [];

    /// <summary>Why nothing came from a trigger for a customer and key; null stands for any.</summary>
    public IReadOnlyList<string> WhyNot(string trigger, string? customer, string? key)
    {
        var runs = record.Runs.Where(run => run.Trigger == trigger && (customer is null || run.Customer == customer) && (key is null || run.Key == key)).ToList();
        return runs.Count > 0
            ? Shorten([.. runs.Select(Life)])
            : plan.Triggers.FirstOrDefault(t => t.Name == trigger) is { } found ? Shorten(NeverBegan(found, customer)) : [];
    }

    private string Life(RunLife run)
    {
        var subject = $"The run{Of(run)} that {SayOr(run.Began)} began";
        return run.End switch
        {
            RunEnd.Ended => $"{subject} was ended by {SayOr(run.EndedBy)}.",
            RunEnd.Expired => $"{subject} ended at {Say(run.Deadline)}: its next step had not come.",
            RunEnd.NotAgain => $"{(run.Began is null ? "A start" : Say(run.Began))} began no run: `again` did not let it.",
            RunEnd.Crowded => $"{(run.Began is null ? "A start" : Say(run.Began))} began no run: as many of the customer waited as may.",
            RunEnd.BeganAgain => $"{subject} began again with {SayOr(run.EndedBy)}, before it was due at {Say(run.Deadline)}.",
            RunEnd.Fired when DecisionOn(run) is { } decision => $"{subject} {Outcome(decision)}.",
            _ => $"{subject} still waits for {Say(run.Deadline)}: the clock stopped before.",
        };
    }

    private string Outcome(Decision decision) => decision.Outcome == Model.Verdicts.Outcome.Sent
        ? $"sent its message at {Say(decision.DecidedAt)} by {decision.Channel}"
        : decision.Outcome == Model.Verdicts.Outcome.Held ? $"is held since {Say(decision.DecidedAt)} by `{decision.Gate}`: {decision.Reason?.TrimEnd('.')}"
        : $"was refused at {Say(decision.DecidedAt)} by `{decision.Gate}`: {decision.Reason?.TrimEnd('.')}";

    private List<string> NeverBegan(TriggerPlan trigger, string? customer)
    {
        if (trigger.Start is not StepsStart start)
        {
            return [$"Nothing started {trigger.Name}: {Missing(trigger.Start)}."];
        }

        var starts = test.Given.Where(given => given.Type.Name == start.First.Name && (customer is null || given.Customer == customer)).ToList();
        return starts.Count == 0
            ? [$"No {start.First.Name}{(customer is null ? "" : $" of {customer}")} is given, and nothing else starts {trigger.Name}."]
            : [.. starts.Select(given => $"{Say(given)} did not start it: {Refusal(start, given)}.")];
    }

    private string Missing(StartPlan start) => start is MembershipStart membership
        ? $"no customer {(membership.Leaves ? "left" : "came into")} {plan.Memberships[membership.Membership].Name}"
        : "its time did not come";

    private string Refusal(StepsStart start, GivenEvent given)
    {
        if (record.CameLate(given))
        {
            return "it came later than events of its type may";
        }

        if (start.Steps[0].Where is not { } where || HoldsByTheEventAlone(where, given))
        {
            return start.Times is { } times ? $"it had not happened {times.AtLeast} times in {DurationText.Say(times.Window)}"
                : start.Key is { } key ? $"`key: {key.Source}` has no value there"
                : "the clock had stopped before";
        }

        var seen = where.Fields.Where(used => used.Slot == EvaluationFrame.Event).Select(used => $"{used.Field.Name} is {ValueOf(given, used.Field)}").ToList();
        return $"`where: {where.Source}` was not true{(seen.Count == 0 ? "" : $"; {string.Join(", ", seen)}")}";
    }

    private bool HoldsByTheEventAlone(CompiledExpression where, GivenEvent given)
    {
        if (where.Fields.Any(used => used.Slot != EvaluationFrame.Event))
        {
            return false;
        }

        var shown = new CustomerEvent();
        shown.Begin(given.Type, record.Cast.KeyOf(given.Customer), record.Cast.IdentifierOf(given.Customer), "", given.At);
        foreach (var (field, value) in given.Fields)
        {
            shown.Set(field.Ordinal, value);
        }

        var frame = new EvaluationFrame();
        frame[EvaluationFrame.Event] = Value.Of(shown);
        return where.Evaluate(frame).IsTrue;
    }

    private static string ValueOf(GivenEvent given, FieldDefinition field) => field.Ordinal == EventType.TypeOrdinal
        ? given.Type.Name
        : given.Fields.FirstOrDefault(pair => pair.Key.Ordinal == field.Ordinal) is { Key: not null } found ? found.Value.ToString() : "not given";

    private string Waited(Decision decision) =>
        decision.DueAt > decision.StartedAt ? $", which was due {DurationText.Say(decision.DueAt - decision.StartedAt)} later{ClockChange(decision)}, and nothing ended it" : "";

    /// <summary>A wait of days is one of 24 hours each: across a change of the clock it ends at another time of day.</summary>
    private string ClockChange(Decision decision) =>
        TestTimeText.OffsetMinutes(decision.DueAt, test) - TestTimeText.OffsetMinutes(decision.StartedAt, test) is var minutes and not 0
            ? $" (the clocks went {(minutes > 0 ? "forward" : "back")} in between)"
            : "";

    private Decision? DecisionOn(RunLife run) => record.Decisions.LastOrDefault(
        decision => decision.Trigger == run.Trigger && decision.RunKey == run.Key && decision.Identifier.Value == run.Customer && ReferenceEquals(CauseOf(decision), run.Began));

    private GivenEvent? CauseOf(Decision decision) => test.Given.Where((_, place) => RuleTestFeed.IdOf(place) == decision.CauseEventId).FirstOrDefault();

    private string Of(RunLife run) => (record.Cast.IsOne ? "" : $" of {run.Customer}") + (run.Key.Length == 0 ? "" : $" with key {run.Key}");

    private string SayOr(GivenEvent? cause) => cause is null ? "the passage of time" : Say(cause);

    private string Say(GivenEvent given) => $"{given.Type.Name} at {Say(given.At)}";

    private string Say(Timestamp time) => TestTimeText.Write(time, test);

    private static List<string> Shorten(List<string> sentences) => sentences.Count <= MostSentences
        ? sentences
        : [.. sentences.Take(MostSentences), $"And {sentences.Count - MostSentences} more like these."];
}
