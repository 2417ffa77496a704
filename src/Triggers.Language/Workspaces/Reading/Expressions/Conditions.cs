using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Customers;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Expressions;

/// <summary>Compiles the expressions of a workspace, equal ones once, and remembers which traits they use.</summary>
internal sealed class Conditions(DiagnosticBag diagnostics)
{
    private readonly Dictionary<ExpressionKey, CompiledExpression> _shared = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Fields of <c>customer</c> that some expression reads.</summary>
    public IReadOnlySet<string> UsedTraits => _used;

    /// <summary>A condition; null without text or after a report.</summary>
    public CompiledExpression? Condition(YamlScalar? text, IReadOnlyList<Variable> variables) => Compile(text, variables, DataType.Bool);

    /// <summary>An expression of any type; null without text or after a report.</summary>
    public CompiledExpression? Expression(YamlScalar? text, IReadOnlyList<Variable> variables) => Compile(text, variables, null);

    /// <summary>An expression that must give text; null without text or after a report.</summary>
    public CompiledExpression? Text(YamlScalar? text, IReadOnlyList<Variable> variables) => Compile(text, variables, DataType.String);

    /// <summary>An expression of one of a few types; null without text or after a report.</summary>
    public CompiledExpression? OneOf(YamlScalar? text, IReadOnlyList<Variable> variables, params IReadOnlyList<DataType> types)
    {
        var compiled = Compile(text, variables, null);
        if (compiled is null || compiled.Type.Kind == DataTypeKind.Dyn || types.Contains(compiled.Type))
        {
            return compiled;
        }

        diagnostics.ExpressionOfWrongType(text!, compiled.Type, [.. types.Select(t => t.ToString())]);
        return null;
    }

    /// <summary>The variable <c>event</c> of a type.</summary>
    public static Variable Event(EventType type) => new("event", EvaluationFrame.Event, DataType.Of(type.Record));

    /// <summary>Remembers the traits that a template reads.</summary>
    public void Use(IEnumerable<VariableField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Slot == EvaluationFrame.Customer)
            {
                _used.Add(field.Field.Name);
            }
        }
    }

    private CompiledExpression? Compile(YamlScalar? text, IReadOnlyList<Variable> variables, DataType? expected)
    {
        if (text is null)
        {
            return null;
        }

        // Triggers repeat each other's keys and conditions; `customer` is the same everywhere, so the type of `event` tells variables apart.
        var shared = variables.Count <= 2 && variables[0].Type.Record is { } record ? new ExpressionKey(text.Value, record, variables.Count, expected) : null;
        if (shared is not null && _shared.TryGetValue(shared, out var known))
        {
            return known;
        }

        var before = diagnostics.Count;
        var compiled = CompiledExpression.Compile(text.Text, variables, expected, diagnostics);
        if (compiled is null)
        {
            return null;
        }

        if (shared is not null && diagnostics.Count == before)
        {
            _shared[shared] = compiled;
        }

        Use(compiled.Fields);
        return compiled;
    }
}
