using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary>One trait → its type. Every kind is checked, also those that cannot run yet.</summary>
internal sealed class TraitReader(EventReference events, Conditions conditions, DiagnosticBag diagnostics)
{
    private static readonly DataTypeKind[] Numbers = [DataTypeKind.Int, DataTypeKind.Double, DataTypeKind.Money];
    private static readonly DataTypeKind[] Ordered = [.. Numbers, DataTypeKind.Timestamp, DataTypeKind.String];
    private static readonly DataTypeKind[] Comparable = [.. Ordered, DataTypeKind.Bool];
    private static readonly string[] Models = ["repurchase"];
    private static readonly string[] AliveModels = ["pareto-nbd"];

    /// <summary>The trait's type; null after a mistake.</summary>
    public TraitType? Read(YamlMapping trait)
    {
        var kind = TraitsDefinition.Kinds.FirstOrDefault(k => trait.Entry(k) is not null);
        if (kind is null || trait.Scalar(kind) is not { } source)
        {
            return null;
        }

        var type = kind switch
        {
            "count" => Whole(kind, events.Event(source), DataType.Int, optional: false),
            "predict" => Whole(kind, Modelled(trait, source, Models), DataType.Timestamp, optional: true),
            "of" => Whole(kind, Modelled(trait, source, AliveModels), DataType.Double, optional: true),
            _ => OfField(kind, source, events.Field(source)),
        };
        var (seen, read) = type ?? default;
        if (seen is null || read is null)
        {
            return null;
        }

        conditions.Condition(trait.Scalar("where"), [Conditions.Event(seen)]);
        var by = conditions.OneOf(trait.Scalar("by"), [Conditions.Event(seen)], DataType.String, DataType.Int, DataType.Bool);
        return by is null ? read : read with { Type = DataType.Map(by.Type, read.Type), Optional = false };
    }

    private static (EventType, TraitType)? Whole(string kind, EventType? type, DataType result, bool optional) =>
        type is null ? null : (type, new(kind, result, optional, null));

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

    private (EventType, TraitType)? OfField(string kind, YamlScalar path, EventField? field)
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

        return (field.Event, new(kind, result, optional, field));
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
