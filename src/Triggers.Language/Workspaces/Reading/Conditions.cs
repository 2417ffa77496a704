using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Compiles the expressions of a workspace and remembers which traits they use.</summary>
internal sealed class Conditions(DiagnosticBag diagnostics)
{
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

    private CompiledExpression? Compile(YamlScalar? text, IReadOnlyList<Variable> variables, DataType? expected)
    {
        var compiled = text is null ? null : CompiledExpression.Compile(text.Text, variables, expected, diagnostics);
        foreach (var field in compiled?.Fields ?? [])
        {
            if (field.Slot == EvaluationFrame.Customer)
            {
                _used.Add(field.Field.Name);
            }
        }

        return compiled;
    }
}
