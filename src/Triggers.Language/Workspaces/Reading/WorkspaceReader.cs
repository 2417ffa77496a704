using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
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
    private readonly SentThings _sent = new();

    /// <summary>The rule tests, after <see cref="Read"/>.</summary>
    public IReadOnlyList<RuleTest> Tests { get; private set; } = [];

    /// <summary>Everything between a rule and a message, after <see cref="Read"/>.</summary>
    public MessagingPlan? Messaging { get; private set; }

    /// <summary>The plan, complete when no error was reported.</summary>
    public WorkspacePlan Read(string version)
    {
        var workspace = folder.Single(FileKinds.Workspace);
        var settings = WorkspaceSettings.Read(workspace);
        var catalogue = new CatalogueReader(settings, _conditions, diagnostics).Read(folder.Single(FileKinds.Events));
        var events = new EventReference(catalogue, diagnostics);
        var traitsReader = new TraitsReader(new(events, _conditions, diagnostics), diagnostics);
        var (traits, record) = traitsReader.Read(folder.Single(FileKinds.Traits));
        var customer = new Variable("customer", EvaluationFrame.Customer, DataType.Of(record));
        var zone = _conditions.Text(workspace?.Scalar("customer_zone"), [customer]);
        var locale = _conditions.Text(workspace?.Scalar("customer_locale"), [customer]);
        var segments = new SegmentsReader(customer, _conditions, _constants, diagnostics).Read(folder.Single(FileKinds.Segments));
        var isConsentKept = folder.Single(FileKinds.Policies)?.Sequence("consent") is { Items.Count: > 0 };
        var channelsReader = new ChannelsReader(events, customer, isConsentKept, _conditions, diagnostics);
        var channels = channelsReader.Read(folder.Single(FileKinds.Channels));
        var poolsReader = new PoolsReader(diagnostics);
        var pools = poolsReader.Read(folder.Items(FileKinds.Codes));
        var contents = new ContentReader(settings, channels, _conditions, diagnostics);
        var budgets = new BudgetReader(settings, diagnostics);
        var offers = new OffersReader(customer, pools, contents, budgets, _conditions, diagnostics).Read(folder.Items(FileKinds.Offers));
        var names = new UniqueNames("trigger", diagnostics);
        var sends = new SendReader(customer, channels, offers, _conditions, diagnostics);
        var triggers = Triggers(names, TriggerReader(events, segments, customer, zone is not null, sends), budgets, offers);
        Tests = new RuleTestReader(settings, catalogue, record, [.. channels.Keys], names.All, diagnostics).Read(folder.Items(FileKinds.Tests));
        var policies = new PoliciesReader(events, channels, offers, names, _sent, budgets, _conditions, diagnostics).Read(folder.Single(FileKinds.Policies));
        CheckNames(channelsReader, contents);
        Messaging = new(settings.Zone, settings.Locale, zone, locale, [.. offers.Values], [.. pools.Values.OfType<CodePoolPlan>()], policies);
        ReportUnused(traitsReader.Declared, poolsReader.Declared);
        return new(settings.Name, version, catalogue, record, traits, [.. channels.Values.OfType<ChannelPlan>()], triggers)
        {
            Memberships = segments.Plans,
            Zone = settings.Zone,
            CustomerZone = zone,
            Messaging = Messaging,
        };
    }

    /// <summary>Names in <c>channels.yaml</c> of what is declared after it.</summary>
    private void CheckNames(ChannelsReader channels, ContentReader contents)
    {
        foreach (var purpose in channels.Purposes.Where(p => !_sent.Purposes.Contains(p.Value)))
        {
            diagnostics.UnknownPurpose(purpose, _sent.Purposes);
        }

        foreach (var (channel, part) in channels.Limits)
        {
            if (!contents.Parts(channel).Contains(part.Value))
            {
                diagnostics.LimitOfNothing(part, contents.Parts(channel));
            }
        }
    }

    /// <summary>Only when there is no error: a condition that could not be read may use any trait.</summary>
    private void ReportUnused(IReadOnlyList<YamlScalar> traits, IReadOnlyList<YamlScalar> pools)
    {
        if (diagnostics.HasErrors)
        {
            return;
        }

        foreach (var unused in traits.Where(t => !_conditions.UsedTraits.Contains(t.Value)))
        {
            diagnostics.UnusedTrait(unused);
        }

        var given = Messaging!.Offers.Select(offer => offer.Pool?.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var unused in pools.Where(pool => !given.Contains(pool.Value)))
        {
            diagnostics.UnusedPool(unused);
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

    private IReadOnlyList<TriggerPlan> Triggers(UniqueNames names, TriggerReader reader, BudgetReader budgets, IReadOnlyDictionary<string, OfferPlan> offers)
    {
        var plans = new List<TriggerPlan>();
        var contents = new SameTriggers(diagnostics);
        foreach (var trigger in folder.Items(FileKinds.Triggers))
        {
            _sent.Add(trigger);
            if (trigger.Scalar("trigger") is not { } name || !names.Add(name))
            {
                continue;
            }

            contents.Add(name, trigger);
            var budget = budgets.Read($"trigger {name.Value}", trigger.Mapping("budget"), _sent.OffersOf(name.Value).Where(offers.ContainsKey).Select(o => offers[o]));
            if (reader.Read(name, trigger) is { } plan)
            {
                plans.Add(plan with { Budget = budget });
            }
        }

        return [.. plans.OrderBy(p => p.Name, StringComparer.Ordinal).Select((plan, ordinal) => plan with { Ordinal = ordinal })];
    }
}
