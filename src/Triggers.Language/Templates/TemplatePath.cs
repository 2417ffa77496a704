using Triggers.Language.Evaluation;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>Where a value of a template stands.</summary>
/// <param name="Text">As written: <c>customer.first_name</c>.</param>
/// <param name="Variable">The variable it begins with.</param>
/// <param name="Fields">The fields behind it.</param>
/// <param name="Type">Type of the value.</param>
internal sealed record TemplatePath(string Text, Variable Variable, IReadOnlyList<FieldDefinition> Fields, DataType Type)
{
    /// <summary>Whether the value may be absent.</summary>
    public bool MayBeAbsent => Fields.Any(f => f.Optional);
}
