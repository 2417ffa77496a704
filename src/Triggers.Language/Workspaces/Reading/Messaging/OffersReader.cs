using System.Globalization;
using NodaTime;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>offers/*.yaml</c> → the offers.</summary>
internal sealed class OffersReader(
    Variable customer,
    IReadOnlyDictionary<string, CodePoolPlan?> pools,
    ContentReader contents,
    BudgetReader budgets,
    Conditions conditions,
    DiagnosticBag diagnostics)
{
    private const int DefaultWeight = 1;

    /// <summary>What content sees as <c>code</c> when the offer has a pool.</summary>
    private static readonly Variable Code = new("code", EvaluationFrame.Code, DataType.String);

    /// <summary>The offers by name, in the order of the files.</summary>
    public IReadOnlyDictionary<string, OfferPlan> Read(IEnumerable<YamlMapping> offers)
    {
        var plans = new Dictionary<string, OfferPlan>(StringComparer.Ordinal);
        var names = new UniqueNames("offer", diagnostics);
        foreach (var offer in offers)
        {
            var name = offer.Scalar("offer");
            var isNew = name is not null && names.Add(name);
            var plan = Offer(name?.Value ?? "", offer);
            if (isNew)
            {
                plans[plan.Name] = plan;
            }
        }

        return plans;
    }

    private OfferPlan Offer(string name, YamlMapping offer)
    {
        var (first, last) = Days(offer.Mapping("valid"));
        var pool = Pool(offer.Mapping("codes")?.Scalar("pool"));
        IReadOnlyList<Variable> seen = offer.Entry("codes") is null ? [customer] : [customer, Code];
        diagnostics.AtMostOneWindow(offer.Mapping("limit"), OfferDefinition.Limit);
        var plan = new OfferPlan(name, offer.Text("label") ?? "")
        {
            Eligible = conditions.Condition(offer.Scalar("eligible"), [customer]),
            Score = conditions.OneOf(offer.Scalar("score"), [customer], DataType.Int, DataType.Double, DataType.Money),
            First = first,
            Last = last,
            Limit = WindowReader.Allowance(offer.Mapping("limit")),
            Cost = budgets.Cost(offer),
            Pool = pool,
            Content = contents.Read(offer.Mapping("content"), seen, isWhole: true),
            Variants = Variants(offer.Entry("variants"), seen),
        };
        return plan with { Budget = budgets.Read($"offer {name}", offer.Mapping("budget"), [plan]) };
    }

    private List<VariantPlan> Variants(YamlEntry? variants, IReadOnlyList<Variable> seen)
    {
        var plans = new List<VariantPlan>();
        foreach (var entry in (variants?.Value as YamlMapping)?.Entries ?? [])
        {
            if (entry.Value is YamlMapping variant)
            {
                plans.Add(new(
                    entry.Name, WindowReader.Number(variant.Text("weight")) ?? DefaultWeight, contents.Read(variant.Mapping("content"), seen, isWhole: false)));
            }
        }

        if (plans.Count > 0 && plans.TrueForAll(p => p.Weight == 0))
        {
            diagnostics.NobodyGetsAVariant(variants!.Key);
        }

        return plans;
    }

    private CodePoolPlan? Pool(YamlScalar? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!pools.TryGetValue(name.Value, out var pool))
        {
            diagnostics.UnknownPool(name, [.. pools.Keys]);
        }

        return pool;
    }

    private (LocalDate? First, LocalDate? Last) Days(YamlMapping? valid)
    {
        var (first, last) = (Day(valid?.Text("from")), Day(valid?.Text("to")));
        if (first > last)
        {
            diagnostics.DaysReversed(valid!.Scalar("to")!);
        }

        return (first, last);
    }

    private static LocalDate? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? LocalDate.FromDateOnly(day) : null;
}
