using System.Globalization;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>One trait → its type and plan. Every kind is checked, also those that cannot run yet.</summary>
internal sealed class TraitReader(EventReference events, Conditions conditions, DiagnosticBag diagnostics)
{
    private const int DefaultKeep = 3;

    private static readonly DataTypeKind[] Numbers = [DataTypeKind.Int, DataTypeKind.Double, DataTypeKind.Money];
    private static readonly DataTypeKind[] Ordered = [.. Numbers, DataTypeKind.Timestamp, DataTypeKind.String];
    private static readonly DataTypeKind[] Comparable = [.. Ordered, DataTypeKind.Bool];
    private static readonly TimeSpan DefaultGap = TimeSpan.FromMinutes(30);
    private static readonly string[] Models = ["repurchase"];
    private static readonly string[] AliveModels = ["pareto-nbd"];

    private static readonly Dictionary<string, TraitKind> Kinds = new(StringComparer.Ordinal)
    {
        ["latest"] = TraitKind.Latest, ["first"] = TraitKind.First, ["count"] = TraitKind.Count, ["sum"] = TraitKind.Sum, ["average"] = TraitKind.Average,
        ["min"] = TraitKind.Min, ["max"] = TraitKind.Max, ["distinct"] = TraitKind.Distinct, ["top"] = TraitKind.Top, ["last"] = TraitKind.Last,
        ["visits"] = TraitKind.Visits, ["dwell"] = TraitKind.Dwell, ["path_length"] = TraitKind.PathLength,
    };

    /// <summary>The trait's field of <c>customer</c> (of any type after a mistake), and its plan unless it has a mistake or cannot run yet.</summary>
    public (FieldDefinition Field, TraitPlan? Plan) Read(string name, int ordinal, YamlMapping? trait)
    {
        var type = trait is null ? null : TypeOf(trait);
        if (type is null)
        {
            return (new(name, ordinal, DataType.Dyn, Optional: true), null);
        }

        var shown = type.Events is [var only] ? Conditions.Event(only) : null;
        var where = shown is null ? null : conditions.Condition(trait!.Scalar("where"), [shown]);
        var by = shown is null ? null : conditions.OneOf(trait!.Scalar("by"), [shown], DataType.String, DataType.Int, DataType.Bool);
        var field = new FieldDefinition(name, ordinal, by is null ? type.Type : DataType.Map(by.Type, type.Type), by is null && type.Optional);
        return (field, type.Kind is not { } kind ? null : new(name, field, kind, type.Events)
        {
            Source = type.Source,
            Where = where,
            By = by,
            Window = Duration(trait!, "in"),
            Keep = int.TryParse(trait!.Text("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var keep) ? keep : DefaultKeep,
            Gap = Duration(trait, "gap") ?? DefaultGap,
        });
    }

    private static TimeSpan? Duration(YamlMapping trait, string key) => DurationText.TryParse(trait.Text(key) ?? "", out var duration) ? duration : null;

    private TraitType? TypeOf(YamlMapping trait)
    {
        var kind = TraitsDefinition.Kinds.FirstOrDefault(k => trait.Entry(k) is not null);
        return kind switch
        {
            null => null,
            "visits" or "dwell" or "path_length" => OfVisits(kind, trait),
            _ when trait.Scalar(kind) is not { } source => null,
            "count" => Whole(TraitKind.Count, events.Event(trait.Scalar(kind)), DataType.Int, optional: false),
            "predict" => Whole(null, Modelled(trait, trait.Scalar(kind)!, Models), DataType.Timestamp, optional: true),
            "of" => Whole(null, Modelled(trait, trait.Scalar(kind)!, AliveModels), DataType.Double, optional: true),
            _ => OfField(kind, trait.Scalar(kind)!, events.Field(trait.Scalar(kind))),
        };
    }

    private static TraitType? Whole(TraitKind? kind, EventType? type, DataType result, bool optional) =>
        type is null ? null : new(kind, result, optional, [type], null);

    private TraitType? OfVisits(string kind, YamlMapping trait)
    {
        var names = trait.Sequence(kind)?.Items.OfType<YamlScalar>() ?? [trait.Scalar(kind)!];
        var types = names.Select(events.Event).ToList();
        return types.Contains(null) || types.Count == 0 ? null : new(
            Kinds[kind], kind == "dwell" ? DataType.Duration : DataType.Int, kind == "dwell", [.. types.Select(t => t!).DistinctBy(t => t.Ordinal)], null);
    }

    private EventType? Modelled(YamlMapping trait, YamlScalar source, string[] models)
    {
        if (trait.Scalar("model") is not { } model)
        {
            diagnostics.TraitWithoutModel(source, models);
        }
        else if (!models.Contains(model.Value))
        {
            diagnostics.UnknownModel(model, models);
        }

        return events.Event(source);
    }

    private TraitType? OfField(string kind, YamlScalar path, EventField? field)
    {
        if (field is null)
        {
            return null;
        }

        var (allowed, result, optional) = Rule(kind, field.Type);
        if (field.Type.Kind != DataTypeKind.Dyn && allowed is not null && !allowed.Contains(field.Type.Kind))
        {
            diagnostics.TraitOfWrongType(path, kind, field.Type, [.. allowed.Select(k => k.ToString().ToLowerInvariant())]);
            return null;
        }

        if (field.ThroughList && kind is "latest" or "first")
        {
            diagnostics.TraitOfManyValues(path, kind);
            return null;
        }

        return new(Kinds[kind], result, optional, [field.Event], field.Path);
    }

    /// <summary>Which types a kind of trait works on (null: all), what it gives, and whether that can be absent.</summary>
    private static (DataTypeKind[]? Allowed, DataType Result, bool Optional) Rule(string kind, DataType type) => kind switch
    {
        "sum" => (Numbers, type, false),
        "average" => (Numbers, type.Kind == DataTypeKind.Int ? DataType.Double : type, true),
        "min" or "max" => (Ordered, type, true),
        "distinct" => (Comparable, DataType.Int, false),
        "top" => (Comparable, DataType.List(type), false),
        "last" => (null, DataType.List(type), false),
        _ => (null, type, true),
    };
}
