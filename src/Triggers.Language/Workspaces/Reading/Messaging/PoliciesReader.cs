using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>policies.yaml</c> → what holds for all triggers; every name in it must exist.</summary>
internal sealed class PoliciesReader(
    EventReference events,
    IReadOnlyDictionary<string, ChannelPlan?> channels,
    IReadOnlyDictionary<string, OfferPlan> offers,
    UniqueNames triggers,
    SentThings sent,
    BudgetReader budgets,
    Conditions conditions,
    DiagnosticBag diagnostics)
{
    private const string DefaultSalt = "all";

    /// <summary>The policies; what has a mistake is left out.</summary>
    public PoliciesPlan Read(YamlMapping? root) => new()
    {
        Collect = WindowReader.Length(root?.Text("collect")) ?? TimeSpan.Zero,
        Consent = [.. Items(root, "consent").Select(Consent).OfType<ConsentEventPlan>()],
        Complaints = root?.Mapping("complaints") is { } complaints ? Complaints(complaints) : null,
        Caps = [.. Items(root, "caps").Select(Cap).OfType<CapPlan>()],
        Groups = [.. Groups(root?.Mapping("groups"))],
        Budgets = [.. Budgets(root?.Mapping("budgets"))],
        HoldOut = HoldOut(root?.Mapping("hold_out"), DefaultSalt),
        QuietHours = QuietHoursReader.Read(root?.Mapping("quiet_hours"), diagnostics),
    };

    /// <summary>A hold-out; null when there is none.</summary>
    public static HoldOutPlan? HoldOut(YamlMapping? holdOut, string salt) =>
        WindowReader.Number(holdOut?.Text("percent")) is { } percent ? new(percent, holdOut!.Text("salt") ?? salt) : null;

    private static IEnumerable<YamlMapping> Items(YamlMapping? root, string key) => (root?.Sequence(key)?.Items ?? []).OfType<YamlMapping>();

    private ConsentEventPlan? Consent(YamlMapping consent)
    {
        if (events.Event(consent.Scalar("event")) is not { } type)
        {
            return null;
        }

        IReadOnlyList<Variable> seen = [Conditions.Event(type)];
        var given = conditions.Condition(consent.Scalar("given"), seen);
        var channel = conditions.Text(consent.Scalar("channel"), seen);
        var purpose = conditions.Text(consent.Scalar("purpose"), seen);
        return given is null ? null : new(type, given, channel, purpose);
    }

    private ComplaintPlan? Complaints(YamlMapping complaints)
    {
        var (opened, closed) = (events.Event(complaints.Scalar("opened")), events.Event(complaints.Scalar("closed")));
        var stops = complaints.Names("stops", sent.Purposes.Contains, name => diagnostics.UnknownPurpose(name, sent.Purposes), diagnostics);
        if (opened is null || closed is null)
        {
            return null;
        }

        if (opened == closed)
        {
            diagnostics.ComplaintClosesItself(complaints.Scalar("closed")!);
        }

        return new(opened, closed, stops);
    }

    private CapPlan? Cap(YamlMapping cap)
    {
        var onChannels = cap.Names("channels", channels.ContainsKey, name => diagnostics.UnknownChannel(name, [.. channels.Keys]), diagnostics);
        var purposes = cap.Names("purposes", sent.Purposes.Contains, name => diagnostics.UnknownPurpose(name, sent.Purposes), diagnostics);
        var tags = cap.Names("tags", sent.Tags.Contains, name => diagnostics.UnknownTag(name, sent.Tags), diagnostics);
        var deferral = WindowReader.Length(cap.Mapping("then")?.Text("defer"));
        var then = deferral is not null ? CapOutcome.Defer : cap.Text("then") == "next-channel" ? CapOutcome.NextChannel : CapOutcome.Drop;
        return WindowReader.Allowance(cap) is { Window: not null } allowance
            ? new(cap.Text("label") ?? Say(allowance, cap), onChannels, purposes, tags, allowance, then, deferral ?? TimeSpan.Zero)
            : null;
    }

    private static string Say(AllowancePlan allowance, YamlMapping cap) =>
        allowance.Window!.Length is { } length ? $"{allowance.AtMost} in {DurationText.Write(length)}" : $"{allowance.AtMost} per {cap.Text("per")}";

    private IEnumerable<GroupPlan> Groups(YamlMapping? groups)
    {
        foreach (var entry in groups?.Entries ?? [])
        {
            var before = diagnostics.Count;
            if ((entry.Value as YamlMapping)?.Names("triggers", triggers.Contains, name => diagnostics.UnknownTrigger(name, triggers.All), diagnostics) is not { } names)
            {
                continue;
            }

            if (names.Count < 2 && diagnostics.Count == before)
            {
                diagnostics.GroupOfOne(entry.Key);
            }

            yield return new(entry.Name, names, WindowReader.Length(((YamlMapping)entry.Value).Text("for")));
        }
    }

    private IEnumerable<SharedBudgetPlan> Budgets(YamlMapping? all)
    {
        foreach (var entry in all?.Entries ?? [])
        {
            if (entry.Value is not YamlMapping budget)
            {
                continue;
            }

            var of = budget.Names("triggers", triggers.Contains, name => diagnostics.UnknownTrigger(name, triggers.All), diagnostics);
            var paid = budget.Names("offers", offers.ContainsKey, name => diagnostics.UnknownOffer(name, [.. offers.Keys]), diagnostics);
            if (of is null && paid is null)
            {
                diagnostics.BudgetForNothing(entry.Key);
            }

            var names = (paid ?? new HashSet<string>()).Union((of ?? new HashSet<string>()).SelectMany(sent.OffersOf)).Distinct();
            if (budgets.Read(entry.Name, budget, names.Where(offers.ContainsKey).Select(name => offers[name])) is { } plan)
            {
                yield return new(plan, of ?? new HashSet<string>(), paid ?? new HashSet<string>());
            }
        }
    }
}
