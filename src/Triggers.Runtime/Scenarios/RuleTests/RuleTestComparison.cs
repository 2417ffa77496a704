using Triggers.Language.Plan;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Outbound;
using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>Compares what came with what a rule test expects: only the fields that it names, but everything that came.</summary>
internal sealed class RuleTestComparison
{
    private readonly RuleTest _test;
    private readonly RuleTestWords _words;
    private readonly RunStory _story;
    private readonly List<RuleTestDifference> _differences = [];

    private RuleTestComparison(WorkspacePlan plan, RuleTest test, RuleTestRecord record)
    {
        _test = test;
        _words = new(test, record.Cast);
        _story = new(plan, test, record);
    }

    /// <summary>The differences; none when exactly the expected came.</summary>
    public static IReadOnlyList<RuleTestDifference> Compare(WorkspacePlan plan, RuleTest test, RuleTestRecord record)
    {
        var comparison = new RuleTestComparison(plan, test, record);
        comparison.Messages(record.Messages);
        comparison.Refusals([.. record.Decisions.Where(decision => decision.Outcome == Outcome.Refused)]);
        return [.. comparison._differences.OrderBy(difference => difference.Place is null)];
    }

    private void Messages(IReadOnlyList<Message> came)
    {
        var expected = _test.Expect;
        var (missing, extra) = Pairing.Leftovers(expected.Count, came.Count, (left, right) => Fits(expected[left], came[right]));
        foreach (var place in missing)
        {
            var wanted = expected[place];
            var near = extra.FindIndex(other => IsNear(wanted, came[other]));
            if (near < 0)
            {
                Add(_words.Missing(wanted), wanted.Place, _story.WhyNot(wanted.Trigger, wanted.Customer, wanted.Key));
                continue;
            }

            Add(_words.Different(wanted, came[extra[near]]), wanted.Place, _story.Why(came[extra[near]]));
            extra.RemoveAt(near);
        }

        foreach (var place in extra)
        {
            Add(_words.Unexpected(came[place]), null, _story.Why(came[place]));
        }
    }

    private void Refusals(List<Decision> came)
    {
        if (_test.Refused is not { } expected)
        {
            return;
        }

        var (missing, extra) = Pairing.Leftovers(expected.Count, came.Count, (left, right) => Fits(expected[left], came[right]));
        foreach (var place in missing)
        {
            var wanted = expected[place];
            var near = extra.FindIndex(other => IsNear(wanted, came[other]));
            if (near < 0)
            {
                Add(_words.Missing(wanted), wanted.Place, _story.WhyNot(wanted.Trigger, wanted.Customer, wanted.Key));
                continue;
            }

            Add(_words.Different(wanted, came[extra[near]]), wanted.Place, [came[extra[near]].Reason ?? ""]);
            extra.RemoveAt(near);
        }

        foreach (var place in extra)
        {
            Add(_words.Unexpected(came[place]), null, [came[place].Reason ?? ""]);
        }
    }

    private void Add(string what, Language.Text.SourceSpan? place, IReadOnlyList<string> why) => _differences.Add(new(what, place, why));

    private static bool Fits(ExpectedMessage wanted, Message came) =>
        IsNear(wanted, came) && wanted.At == came.DecidedAt && Fits(wanted.Channel, came.Channel) && Fits(wanted.Offer, came.Offer);

    private static bool Fits(ExpectedRefusal wanted, Decision came) => IsNear(wanted, came) && wanted.At == came.DecidedAt && Fits(wanted.Gate, came.Gate);

    private static bool IsNear(ExpectedMessage wanted, Message came) =>
        wanted.Trigger == came.Trigger && Fits(wanted.Customer, came.Identifier.Value) && Fits(wanted.Key, came.RunKey);

    private static bool IsNear(ExpectedRefusal wanted, Decision came) =>
        wanted.Trigger == came.Trigger && Fits(wanted.Customer, came.Identifier.Value) && Fits(wanted.Key, came.RunKey);

    private static bool Fits(string? wanted, string? came) => wanted is null || wanted == came;
}
