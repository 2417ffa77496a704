using Triggers.Language.Evaluation;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>A value of the customer or event: <c>{{ customer.first_name | default: "friend" }}</c>.</summary>
/// <param name="Path">As written: <c>customer.first_name</c>.</param>
/// <param name="Slot">Slot of the variable in <see cref="EvaluationFrame"/>.</param>
/// <param name="Fields">From the variable to the value; empty for the variable itself.</param>
/// <param name="Filter">How it is written.</param>
/// <param name="Default">What stands there when it is absent or empty; null: then there is no message.</param>
internal sealed record TemplateValue(string Path, int Slot, IReadOnlyList<FieldDefinition> Fields, TemplateFilter Filter, string? Default) : TemplatePart
{
    /// <summary>The value; absent when it, or a record on the way, is.</summary>
    public Value Read(EvaluationFrame frame)
    {
        var value = frame[Slot];
        foreach (var field in Fields)
        {
            if (value.Kind != ValueKind.Record)
            {
                return Value.Absent;
            }

            value = value.AsRecord[field.Ordinal];
        }

        return value;
    }
}
