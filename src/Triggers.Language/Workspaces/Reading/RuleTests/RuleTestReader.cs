using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary><c>tests/*.yaml</c> → rule tests.</summary>
internal sealed class RuleTestReader(
    WorkspaceSettings settings, EventCatalogue catalogue, RecordType customer, IReadOnlyCollection<string> channels, IReadOnlyCollection<string> triggers, DiagnosticBag diagnostics)
{
    private const string OnlyCustomer = "customer";

    private static readonly string[] EventKeys = ["at", "event", "customer"];
    private static readonly Comparer<GivenEvent> ByTime = Comparer<GivenEvent>.Create((left, right) => left.At.CompareTo(right.At));

    private readonly EventReference _events = new(catalogue, diagnostics);
    private readonly TestCases _cases = new(diagnostics);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The tests in the order of files and places, as far as they could be read.</summary>
    public IReadOnlyList<RuleTest> Read(IEnumerable<YamlMapping> tests) => [.. tests.SelectMany(One)];

    private IEnumerable<RuleTest> One(YamlMapping written)
    {
        if (written.Scalar("test") is not { } name)
        {
            yield break;
        }

        if (!_names.Add(name.Value))
        {
            diagnostics.SameTestName(name);
        }

        foreach (var (given, test) in _cases.Of(written))
        {
            var zone = test.Text("zone") ?? settings.Zone;
            var clock = new TestClock(test.Text("day"), zone);
            var until = clock.At(test.Text("until"));
            var values = new FieldValueReader(settings.Currency, clock, diagnostics);
            yield return new(
                given is null ? name.Value : $"{name.Value} ({given})",
                name.Span,
                zone,
                clock.Start,
                until,
                Customers(test.Mapping("customers"), values),
                [.. Items(test, "given").Select(item => Given(item, clock, until, values)).OfType<GivenEvent>().Order(ByTime)],
                [.. Items(test, "expect").Select(item => Expected(item, clock, until)).OfType<ExpectedMessage>()],
                test.Sequence("refused") is null ? null : [.. Items(test, "refused").Select(item => Refused(item, clock, until)).OfType<ExpectedRefusal>()]);
        }
    }

    private static IEnumerable<YamlMapping> Items(YamlMapping test, string key) => (test.Sequence(key)?.Items ?? []).OfType<YamlMapping>();

    private List<GivenCustomer> Customers(YamlMapping? customers, FieldValueReader values)
    {
        var all = new List<GivenCustomer>();
        foreach (var entry in customers?.Entries ?? [])
        {
            var traits = new List<KeyValuePair<FieldDefinition, Value>>();
            foreach (var trait in (entry.Value as YamlMapping)?.Entries ?? [])
            {
                if (customer.Find(trait.Name) is { Ordinal: >= WorkspacePlan.FirstTrait } field)
                {
                    traits.Add(new(field, values.Read(trait.Value, field.Type)));
                }
                else
                {
                    diagnostics.UnknownTrait(trait.Key, [.. customer.Fields.Skip(WorkspacePlan.FirstTrait).Select(f => f.Name)]);
                }
            }

            all.Add(new(entry.Name, traits));
        }

        return all;
    }

    private GivenEvent? Given(YamlMapping item, TestClock clock, Timestamp? until, FieldValueReader values)
    {
        if (_events.Event(item.Scalar("event")) is not { } type)
        {
            return null;
        }

        var fields = values.Fields(item, type.Record, EventType.FirstField, EventKeys);
        if (Time(item, clock, until) is not { } at)
        {
            return null;
        }

        var given = new List<KeyValuePair<FieldDefinition, Value>>();
        foreach (var field in type.Record.Fields)
        {
            if (field.Ordinal >= EventType.FirstField && fields[field.Ordinal].IsPresent)
            {
                given.Add(new(field, fields[field.Ordinal]));
            }
        }

        return new(item.Span, at, type, item.Text("customer") ?? OnlyCustomer, given);
    }

    private ExpectedMessage? Expected(YamlMapping item, TestClock clock, Timestamp? until)
    {
        CheckNames(item);
        return Time(item, clock, until) is { } at && item.Text("trigger") is { } trigger
            ? new(item.Span, at, trigger, item.Text("channel"), item.Text("customer"), item.Text("offer"), item.Text("key"))
            : null;
    }

    private ExpectedRefusal? Refused(YamlMapping item, TestClock clock, Timestamp? until)
    {
        CheckNames(item);
        return Time(item, clock, until) is { } at && item.Text("trigger") is { } trigger
            ? new(item.Span, at, trigger, item.Text("gate"), item.Text("customer"), item.Text("key"))
            : null;
    }

    private Timestamp? Time(YamlMapping item, TestClock clock, Timestamp? until)
    {
        var at = item.Scalar("at");
        var time = clock.At(at?.Value);
        if (at is not null && time is null && at.Text.Offsets is RepeatedOffset)
        {
            // As written it has a placeholder and was let through.
            diagnostics.WrongMoment(at);
        }
        else if (at is not null && time < clock.Start)
        {
            diagnostics.BeforeTheFirstDay(at);
        }
        else if (at is not null && time > until)
        {
            diagnostics.AfterTheEnd(at);
        }

        return time;
    }

    private void CheckNames(YamlMapping item)
    {
        if (item.Scalar("trigger") is { } trigger && !triggers.Contains(trigger.Value))
        {
            diagnostics.UnknownTrigger(trigger, triggers);
        }

        if (item.Scalar("channel") is { } channel && !channels.Contains(channel.Value))
        {
            diagnostics.UnknownChannel(channel, channels);
        }
    }
}
