using Triggers.Language.Checking.Tree;
using Triggers.Language.Evaluation;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>The names that an expression may use where it stands: variables, types, and the elements of the macros around it.</summary>
/// <param name="variables">Declared by the caller; names may have dots.</param>
/// <param name="container">Dotted prefix tried before a bare name; empty for none.</param>
internal sealed class Scope(IReadOnlyList<Variable> variables, string container)
{
    private readonly List<CheckedVariable> _locals = [];

    /// <summary>The names of all variables, innermost first.</summary>
    public IReadOnlyCollection<string> Names => [.. _locals.Select(l => l.Name).Reverse().Concat(variables.Select(v => v.Name)).Distinct()];

    /// <summary>The first variable with a field of this name; null when none has.</summary>
    public string? HolderOf(string field) => variables.FirstOrDefault(v => v.Type.Record?.Find(field) is not null)?.Name;

    /// <summary>Opens the scope of a macro and gives its element a slot.</summary>
    public int Enter(string name, DataType type)
    {
        var slot = EvaluationFrame.FirstLocal + _locals.Count;
        _locals.Add(new(type, name, slot));
        return slot;
    }

    /// <summary>Closes the innermost scope.</summary>
    public void Leave() => _locals.RemoveAt(_locals.Count - 1);

    /// <summary>What a name, perhaps with dots, stands for; null when nothing has this name.</summary>
    public CheckedNode? Resolve(Expression name)
    {
        if (QualifiedName(name, out var first) is not { } qualified)
        {
            return null;
        }

        if (!first.IsRooted && _locals.FindLast(l => l.Name == first.Name) is { } local)
        {
            return ReferenceEquals(first, name) ? local : null;
        }

        if (!first.IsRooted)
        {
            for (var prefix = container; prefix.Length > 0; prefix = prefix.LastIndexOf('.') is var dot and > 0 ? prefix[..dot] : "")
            {
                if (Find($"{prefix}.{qualified}") is { } found)
                {
                    return found;
                }
            }
        }

        return Find(qualified);
    }

    private static string? QualifiedName(Expression expression, out NameExpression first)
    {
        switch (expression)
        {
            case NameExpression name:
                first = name;
                return name.Name;
            case SelectExpression select when QualifiedName(select.Operand, out first) is { } qualifier:
                return $"{qualifier}.{select.Field}";
            default:
                first = null!;
                return null;
        }
    }

    private CheckedNode? Find(string name)
    {
        foreach (var variable in variables)
        {
            if (variable.Name == name)
            {
                return new CheckedVariable(variable.Type, variable.Name, variable.Slot);
            }
        }

        return TypeNames.Find(name) is { } type ? new CheckedConstant(DataType.TypeOf(type), Value.Of(type), null) : null;
    }
}
