using Triggers.Language.Evaluation;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>What templates may name: variables and the fields of records.</summary>
internal sealed class TemplateScope(IReadOnlyList<Variable> variables, TemplateMistakes mistakes)
{
    private static readonly DataTypeKind[] Writable =
        [DataTypeKind.String, DataTypeKind.Int, DataTypeKind.UInt, DataTypeKind.Double, DataTypeKind.Money, DataTypeKind.Timestamp, DataTypeKind.Dyn];

    /// <summary>Looks a path up; null after a report.</summary>
    /// <param name="path">Names joined by dots.</param>
    /// <param name="start">Where it stands in the template.</param>
    public TemplatePath? Find(string path, int start)
    {
        var names = path.Split('.');
        var variable = variables.FirstOrDefault(v => v.Name == names[0]);
        if (variable is null)
        {
            mistakes.UnknownVariable(start, names[0], variables);
            return null;
        }

        var fields = new List<FieldDefinition>();
        var type = variable.Type;
        var at = start + names[0].Length + 1;
        for (var i = 1; i < names.Length; i++)
        {
            if (type.Record is not { } record)
            {
                mistakes.NoFields(at, names[i], string.Join('.', names.Take(i)), type);
                return null;
            }

            if (record.Find(names[i]) is not { } field)
            {
                mistakes.UnknownField(at, names[i], record);
                return null;
            }

            fields.Add(field);
            type = field.Type;
            at += names[i].Length + 1;
        }

        if (!Writable.Contains(type.Kind))
        {
            mistakes.NotWritable(start, path.Length, path, type);
            return null;
        }

        return new(path, variable, fields, type);
    }
}
