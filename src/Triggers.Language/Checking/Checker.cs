using Triggers.Language.Checking.Tree;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>
/// Gives every name its meaning and every node its type. Goes on after a mistake, so that one check finds all. Without checking (<paramref name="mistakes"/> null)
/// everything is of type <c>dyn</c> and what does not exist becomes an error value.
/// </summary>
internal sealed class Checker(Scope scope, Inference types, CheckMistakes? mistakes, ConstantArguments constants)
{
    private bool IsChecked => mistakes is not null;

    public CheckedNode Check(Expression expression) => expression switch
    {
        LiteralExpression literal => new CheckedConstant(TypeNames.Of(literal.Value), literal.Value, literal.Digits),
        NameExpression name => scope.Resolve(name) ?? UnknownVariable(name),
        SelectExpression select => scope.Resolve(select) ?? Field(select),
        IndexExpression index => Index(index),
        UnaryExpression { Operator: UnaryOperator.Not } not => new CheckedNot(Condition(not.Operand)),
        UnaryExpression negate => Negate(negate),
        BinaryExpression binary => Binary(binary),
        LogicalExpression logical => new CheckedLogic(logical.Operator, [.. logical.Operands.Select(Condition)]),
        ConditionalExpression choice => Choice(choice),
        ListExpression list => List(list),
        MapExpression map => Map(map),
        HasExpression has => new CheckedPresence(Field(has.Field) as CheckedField ?? new CheckedField(DataType.Dyn, Check(has.Field.Operand), has.Field.Field, null)),
        MacroExpression macro => Loop(macro),
        CallExpression call => Call(call),
        RecordExpression record => Record(record),
        _ => throw new InvalidOperationException($"Unknown node {expression.GetType().Name}."),
    };

    /// <summary>Checks an expression that must be true or false.</summary>
    public CheckedNode Condition(Expression expression)
    {
        var node = Check(expression);
        if (IsChecked && !types.Fits(node.Type, DataType.Bool))
        {
            mistakes!.NotACondition(expression, types.Final(node.Type));
        }

        return node;
    }

    private CheckedFailure UnknownVariable(NameExpression name)
    {
        mistakes?.UnknownVariable(name, scope.Names, scope.HolderOf(name.Name));
        return new(Errors.NoSuchVariable(name.Name));
    }

    private CheckedFailure Record(RecordExpression record)
    {
        mistakes?.NoRecords(record);
        return new(Errors.NoSuchOverload);
    }

    private CheckedNode Field(SelectExpression select)
    {
        var operand = Check(select.Operand);
        var type = types.Known(operand.Type);
        switch (type.Kind)
        {
            case DataTypeKind.Record when type.Record!.Find(select.Field) is { } field:
                return new CheckedField(field.Type, operand, field.Name, field);
            case DataTypeKind.Record when IsChecked:
                mistakes!.UnknownField(select, type.Record!);
                return new CheckedFailure(Errors.NoSuchField(select.Field));
            case DataTypeKind.Map:
                return new CheckedField(type.Element!, operand, select.Field, null);
            case DataTypeKind.Dyn or DataTypeKind.Parameter or DataTypeKind.Record:
                return new CheckedField(DataType.Dyn, operand, select.Field, null);
            default:
                mistakes?.NoFields(select, types.Final(type));
                return mistakes is null ? new CheckedField(DataType.Dyn, operand, select.Field, null) : new CheckedFailure(Errors.NoSuchField(select.Field));
        }
    }

    private CheckedCall Index(IndexExpression index)
    {
        var operand = Check(index.Operand);
        var position = Check(index.Index);
        var result = Resolve(Operators.Index.Overloads, isMethod: false, [operand.Type, position.Type]);
        if (result is null)
        {
            mistakes?.WrongIndex(index, types.Final(operand.Type), types.Final(position.Type));
        }

        return new(result ?? DataType.Dyn, Operators.Index, [operand, position]);
    }

    private CheckedCall Negate(UnaryExpression negate)
    {
        var operand = Check(negate.Operand);
        var result = Resolve(Operators.Negate.Overloads, isMethod: false, [operand.Type]);
        if (result is null)
        {
            mistakes?.WrongOperand(negate, types.Final(operand.Type));
        }

        return new(result ?? DataType.Dyn, Operators.Negate, [operand]);
    }

    private CheckedBinary Binary(BinaryExpression binary)
    {
        var left = Check(binary.Left);
        var right = Check(binary.Right);
        var result = Resolve(Operators.Find(binary.Operator).Overloads, isMethod: false, [left.Type, right.Type]);
        if (result is null)
        {
            mistakes?.WrongOperands(binary, types.Final(left.Type), types.Final(right.Type));
        }

        return new(result ?? DataType.Dyn, binary.Operator, left, right);
    }

    private CheckedChoice Choice(ConditionalExpression choice)
    {
        var condition = Condition(choice.Condition);
        var whenTrue = Check(choice.WhenTrue);
        var whenFalse = Check(choice.WhenFalse);
        var type = types.Join(whenTrue.Type, whenFalse.Type);
        if (type is null)
        {
            mistakes?.DifferentBranches(choice, types.Final(whenTrue.Type), types.Final(whenFalse.Type));
        }

        return new(type ?? DataType.Dyn, condition, whenTrue, whenFalse);
    }

    private CheckedList List(ListExpression list)
    {
        CheckedNode[] elements = [.. list.Elements.Select(Check)];
        return new(DataType.List(Joined(elements)), elements);
    }

    private CheckedMap Map(MapExpression map)
    {
        var entries = new KeyValuePair<CheckedNode, CheckedNode>[map.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(Check(map.Entries[i].Key), Check(map.Entries[i].Value));
            var key = types.Final(entries[i].Key.Type);
            if (key.Kind is not (DataTypeKind.Int or DataTypeKind.UInt or DataTypeKind.String or DataTypeKind.Bool or DataTypeKind.Dyn))
            {
                mistakes?.WrongKey(map.Entries[i].Key, key);
            }
        }

        return new(DataType.Map(Joined(entries.Select(e => e.Key)), Joined(entries.Select(e => e.Value))), entries);
    }

    /// <summary>The type that all nodes share; <c>dyn</c> when they differ, open when there are none.</summary>
    private DataType Joined(IEnumerable<CheckedNode> nodes)
    {
        DataType? common = null;
        foreach (var node in nodes)
        {
            common = common is null ? node.Type : types.Join(common, node.Type) ?? DataType.Dyn;
        }

        return common ?? types.Fresh();
    }

    private CheckedLoop Loop(MacroExpression macro)
    {
        var range = Check(macro.Range);
        var known = types.Known(range.Type);
        var element = known.Kind switch
        {
            DataTypeKind.List => known.Element!,
            DataTypeKind.Map => known.Key!,
            _ => DataType.Dyn,
        };
        if (known.Kind is not (DataTypeKind.List or DataTypeKind.Map or DataTypeKind.Dyn or DataTypeKind.Parameter))
        {
            mistakes?.NotAList(macro, types.Final(known));
        }

        var slot = scope.Enter(macro.Variable, element);
        var condition = macro.Condition is null ? null : Condition(macro.Condition);
        var result = macro.Result is null ? null : Check(macro.Result);
        scope.Leave();
        var type = macro.Kind switch
        {
            MacroKind.Filter => DataType.List(element),
            MacroKind.Map => DataType.List(result!.Type),
            _ => DataType.Bool,
        };
        return new(type, macro.Kind, range, slot, condition, result);
    }

    private CheckedNode Call(CallExpression call)
    {
        if (OperatorText.Macro(call.Function) is not null || call.Function == "has")
        {
            mistakes?.WrongMacroForm(call);
            return new CheckedFailure(Errors.NoSuchOverload);
        }

        CheckedNode[] arguments = [.. call.Target is null ? [] : new[] { Check(call.Target) }, .. call.Arguments.Select(Check)];
        if (StandardFunctions.Find(call.Function) is not { } function)
        {
            mistakes?.UnknownFunction(call);
            return new CheckedFailure(Errors.NoSuchOverload);
        }

        var isMethod = call.Target is not null;
        if (!function.Accepts(isMethod, arguments.Length))
        {
            mistakes?.WrongCallForm(call, function);
            return new CheckedFailure(Errors.NoSuchOverload);
        }

        DataType[] given = [.. arguments.Select(a => a.Type)];
        var result = Resolve(function.Overloads, isMethod, given);
        if (result is null)
        {
            mistakes?.WrongArguments(call, function, [.. given.Select(types.Final)]);
        }

        return new CheckedCall(result ?? DataType.Dyn, function, arguments, constants.Prepare(call, function, arguments));
    }

    /// <summary>The result of the overload that fits; <c>dyn</c> when several with different results do, which happens with <c>dyn</c> arguments only.</summary>
    private DataType? Resolve(IReadOnlyList<Overload> overloads, bool isMethod, DataType[] given)
    {
        DataType? result = null;
        foreach (var overload in overloads)
        {
            if (overload.IsMethod != isMethod || overload.Parameters.Length != given.Length || !Fits(overload, given, out var type))
            {
                continue;
            }

            result = result is null || result == type ? type : DataType.Dyn;
        }

        return result;
    }

    private bool Fits(Overload overload, DataType[] given, out DataType result)
    {
        result = overload.Result;
        if (!overload.IsGeneric)
        {
            return types.Fits(given, overload.Parameters);
        }

        var parameters = new Dictionary<string, DataType>(StringComparer.Ordinal);
        DataType[] wanted = [.. overload.Parameters.Select(p => types.Instantiate(p, parameters))];
        result = types.Instantiate(overload.Result, parameters);
        return types.Fits(given, wanted);
    }
}
