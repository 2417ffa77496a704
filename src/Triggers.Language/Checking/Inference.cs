using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>
/// Finds what the type parameters of signatures and of empty lists stand for, by unification. <c>dyn</c> fits everything; of two fitting types the more general one
/// is kept.
/// </summary>
internal sealed class Inference
{
    private readonly Dictionary<string, DataType> _bound = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, DataType?>> _undo = [];
    private int _fresh;

    /// <summary>A type parameter that nothing else uses.</summary>
    public DataType Fresh() => DataType.Parameter("_" + (++_fresh).ToString(CultureInfo.InvariantCulture));

    /// <summary>The type with its parameters replaced as far as they are known, by <c>dyn</c> where they are not.</summary>
    public DataType Final(DataType type) => type.Kind switch
    {
        DataTypeKind.Parameter => _bound.TryGetValue(type.Name!, out var bound) ? Final(bound) : DataType.Dyn,
        DataTypeKind.List => DataType.List(Final(type.Element!)),
        DataTypeKind.Map => DataType.Map(Final(type.Key!), Final(type.Element!)),
        _ => type,
    };

    /// <summary>The type behind a parameter, as far as known now; its elements stay as they are.</summary>
    public DataType Known(DataType type)
    {
        while (type.Kind == DataTypeKind.Parameter && _bound.TryGetValue(type.Name!, out var bound))
        {
            type = bound;
        }

        return type;
    }

    /// <summary>A copy of a signature's type with fresh parameters.</summary>
    public DataType Instantiate(DataType type, Dictionary<string, DataType> parameters)
    {
        switch (type.Kind)
        {
            case DataTypeKind.Parameter:
                if (!parameters.TryGetValue(type.Name!, out var fresh))
                {
                    parameters.Add(type.Name!, fresh = Fresh());
                }

                return fresh;
            case DataTypeKind.List:
                return DataType.List(Instantiate(type.Element!, parameters));
            case DataTypeKind.Map:
                return DataType.Map(Instantiate(type.Key!, parameters), Instantiate(type.Element!, parameters));
            default:
                return type;
        }
    }

    /// <summary>Whether every argument fits its parameter; binds type parameters, or none when one does not fit.</summary>
    public bool Fits(ReadOnlySpan<DataType> arguments, ReadOnlySpan<DataType> parameters)
    {
        var mark = _undo.Count;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!Fit(arguments[i], parameters[i]))
            {
                Undo(mark);
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="actual"/> can be used as <paramref name="wanted"/>.</summary>
    public bool Fits(DataType actual, DataType wanted) => Fits([actual], [wanted]);

    /// <summary>The type of a list's elements or a choice's branches: the more general of the two, or null when they do not fit.</summary>
    public DataType? Join(DataType left, DataType right) => Fits(right, left) ? MoreGeneral(left, right) : null;

    private bool Fit(DataType actual, DataType wanted)
    {
        if (wanted.Kind == DataTypeKind.Parameter)
        {
            return Bind(wanted, actual);
        }

        if (actual.Kind == DataTypeKind.Parameter)
        {
            return Bind(actual, wanted);
        }

        if (actual.Kind == DataTypeKind.Dyn || wanted.Kind == DataTypeKind.Dyn)
        {
            return true;
        }

        return actual.Kind == wanted.Kind
            ? actual.Kind switch
            {
                DataTypeKind.List => Fit(actual.Element!, wanted.Element!),
                DataTypeKind.Map => Fit(actual.Key!, wanted.Key!) && Fit(actual.Element!, wanted.Element!),
                DataTypeKind.Record => ReferenceEquals(actual.Record, wanted.Record) || actual.Record!.Name == wanted.Record!.Name,
                _ => true,
            }
            : (actual.Kind, wanted.Kind) is (DataTypeKind.Null, DataTypeKind.Record) or (DataTypeKind.Record, DataTypeKind.Null);
    }

    private bool Bind(DataType parameter, DataType type)
    {
        if (type == parameter)
        {
            return true;
        }

        if (!_bound.TryGetValue(parameter.Name!, out var bound))
        {
            return Mentions(type, parameter) || Set(parameter, type);
        }

        if (!Fit(type, bound))
        {
            return false;
        }

        var general = MoreGeneral(type, bound);
        return general == bound || Mentions(general, parameter) || Set(parameter, general);
    }

    private bool Set(DataType parameter, DataType type)
    {
        _undo.Add(new(parameter.Name!, _bound.GetValueOrDefault(parameter.Name!)));
        _bound[parameter.Name!] = type;
        return true;
    }

    private void Undo(int mark)
    {
        for (var i = _undo.Count - 1; i >= mark; i--)
        {
            if (_undo[i].Value is { } earlier)
            {
                _bound[_undo[i].Key] = earlier;
            }
            else
            {
                _bound.Remove(_undo[i].Key);
            }
        }

        _undo.RemoveRange(mark, _undo.Count - mark);
    }

    private bool Mentions(DataType type, DataType parameter) =>
        type == parameter ||
        (type.Kind == DataTypeKind.Parameter && _bound.TryGetValue(type.Name!, out var bound) && Mentions(bound, parameter)) ||
        (type.Key is { } key && Mentions(key, parameter)) ||
        (type.Element is { } element && Mentions(element, parameter));

    private static DataType MoreGeneral(DataType left, DataType right) => IsAtLeastAsGeneral(left, right) ? left : right;

    private static bool IsAtLeastAsGeneral(DataType left, DataType right) => left.Kind switch
    {
        DataTypeKind.Dyn or DataTypeKind.Parameter => true,
        _ when right.Kind is DataTypeKind.Dyn or DataTypeKind.Parameter => false,
        DataTypeKind.List => right.Kind != DataTypeKind.List || IsAtLeastAsGeneral(left.Element!, right.Element!),
        DataTypeKind.Map => right.Kind != DataTypeKind.Map ||
            (IsAtLeastAsGeneral(left.Key!, right.Key!) && IsAtLeastAsGeneral(left.Element!, right.Element!)),
        DataTypeKind.Null => right.Kind == DataTypeKind.Null,
        _ => true,
    };
}
