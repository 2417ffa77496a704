using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Catalogue;
using Triggers.Language.Workspaces.Reading.Customers;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.Messaging;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Reading.RuleTests;
using Triggers.Language.Workspaces.Reading.Rules;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Reads all parts of a workspace in the order in which they build on each other.</summary>
internal sealed class WorkspaceReader(WorkspaceFolder folder, DiagnosticBag diagnostics)
{
    private readonly Conditions _conditions = new(diagnostics);
    private readonly ConstantConditions _constants = new(diagnostics);
    private readonly HashSet<string> _purposes = new(StringComparer.Ordinal);

    /// <summary>The rule tests, after <see cref="Read"/>.</summary>
    public IReadOnlyList<RuleTest> Tests { get; private set; } = [];

    /// <summary>The plan, complete when no error was reported.</summary>
    public WorkspacePlan Read(string version)
    {
        var settings = WorkspaceSettings.Read(folder.Single(FileKinds.Workspace));
        var catalogue = new CatalogueReader(settings, _conditions, diagnostics).Read(folder.Single(FileKinds.Events));
        var events = new EventReference(catalogue, diagnostics);
        var traitsReader = new TraitsReader(new(events, _conditions, diagnostics), diagnostics);
        var (traits, record) = traitsReader.Read(folder.Single(FileKinds.Traits));
        var customer = new Variable("customer", EvaluationFrame.Customer, DataType.Of(record));
        var zone = _conditions.Text(folder.Single(FileKinds.Workspace)?.Scalar("customer_zone"), [customer]);
        var segments = new SegmentsReader(customer, _conditions, _constants, diagnostics).Read(folder.Single(FileKinds.Segments));
        var channels = new ChannelsReader(events, customer, _conditions).Read(folder.Single(FileKinds.Channels));
        var offers = new OffersReader(settings, customer, channels, _conditions, diagnostics).Read(folder.Items(FileKinds.Offers));
        var names = new UniqueNames("trigger", diagnostics);
        var triggers = Triggers(names, TriggerReader(events, segments, customer, zone is not null, new(channels, offers, diagnostics)));
        Tests = new RuleTestReader(settings, catalogue, record, [.. channels.Keys], names.All, diagnostics).Read(folder.Items(FileKinds.Tests));
        new PoliciesReader(channels, names, _purposes, diagnostics).Read(folder.Single(FileKinds.Policies));
        ReportUnused(traitsReader.Declared);
        return new(settings.Name, version, catalogue, record, traits, [.. channels.Values.OfType<ChannelPlan>()], triggers)
        {
            Memberships = segments.Plans,
            Zone = settings.Zone,
            CustomerZone = zone,
        };
    }

    /// <summary>Only when there is no error: a condition that could not be read may use any trait.</summary>
    private void ReportUnused(IReadOnlyList<YamlScalar> traits)
    {
        if (!diagnostics.HasErrors)
        {
            foreach (var unused in traits.Where(t => !_conditions.UsedTraits.Contains(t.Value)))
            {
                diagnostics.UnusedTrait(unused);
            }
        }
    }

    private TriggerReader TriggerReader(EventReference events, MembershipNames segments, Variable customer, bool customersHaveZones, SendReader sends) => new(
        events,
        new(events, segments, customer, _conditions, _constants, customersHaveZones, diagnostics),
        new(events, customer, _conditions, _constants, diagnostics),
        sends,
        customer,
        _conditions,
        _constants,
        diagnostics);

    private IReadOnlyList<TriggerPlan> Triggers(UniqueNames names, TriggerReader reader)
    {
        var plans = new List<TriggerPlan>();
        var contents = new SameTriggers(diagnostics);
        foreach (var trigger in folder.Items(FileKinds.Triggers))
        {
            if (trigger.Mapping("send")?.Text("purpose") is { } purpose)
            {
                _purposes.Add(purpose);
            }

            if (trigger.Scalar("trigger") is not { } name || !names.Add(name))
            {
                continue;
            }

            contents.Add(name, trigger);
            if (reader.Read(name, trigger) is { } plan)
            {
                plans.Add(plan);
            }
        }

        return [.. plans.OrderBy(p => p.Name, StringComparer.Ordinal).Select((plan, ordinal) => plan with { Ordinal = ordinal })];
    }
}
