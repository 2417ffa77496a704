using System.Text.RegularExpressions;
using NodaTime;
using Triggers.Language.Checking;
using Triggers.Language.Checking.Tree;
using Triggers.Language.Evaluation.Nodes;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>Chooses for each node of the checked tree the cheapest node that evaluates it, and computes what is constant.</summary>
internal sealed class Planner(Inference types)
{
    private readonly FieldUse _fields = new();
    private readonly EvaluationFrame _constants = EvaluationFrame.WithoutVariables();
    private readonly HashSet<int> _elementSlots = [];
    private int _planned;

    public IReadOnlyList<VariableField> Fields => _fields.Sorted;

    public IReadOnlyList<string> ElementFields => _fields.ElementFields;

    public Node Plan(CheckedNode node)
    {
        _planned++;
        return node switch
        {
            CheckedConstant constant => new ConstantNode(constant.Value),
            CheckedFailure failure => new ConstantNode(failure.Error),
            CheckedVariable variable => Variable(variable),
            CheckedField field => Field(field),
            CheckedPresence presence => Presence(presence.Field),
            CheckedNot not => new NotNode(Plan(not.Operand)),
            CheckedLogic { Operator: LogicalOperator.And } and => new AndNode(All(and.Operands)),
            CheckedLogic or => new OrNode(All(or.Operands)),
            CheckedChoice choice => new ChoiceNode(Plan(choice.Condition), Plan(choice.WhenTrue), Plan(choice.WhenFalse)),
            CheckedBinary binary => Binary(binary),
            CheckedCall call => Call(call),
            CheckedList list => List(list),
            CheckedMap map => Map(map),
            CheckedLoop loop => Loop(loop),
            _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
        };
    }

    private Node[] All(IReadOnlyList<CheckedNode> nodes) => [.. nodes.Select(Plan)];

    private VariableNode Variable(CheckedVariable variable)
    {
        if (variable.Type.Record is { } record && IsDeclared(variable))
        {
            _fields.AddAll(variable.Slot, record);
        }
        else if (_elementSlots.Contains(variable.Slot))
        {
            foreach (var field in types.Final(variable.Type).Record?.Fields ?? [])
            {
                _fields.AddElement(field.Name);
            }
        }

        return new(variable.Slot, variable.Name);
    }

    private static bool IsDeclared(CheckedVariable variable) => variable.Slot < EvaluationFrame.FirstLocal;

    private Node Field(CheckedField field)
    {
        if (field is not { Definition: { } definition, Operand: CheckedVariable variable })
        {
            return new FieldNode(Plan(field.Operand), field.Name);
        }

        Note(variable, definition);
        _fields.AddElements(definition.Type);
        return new VariableFieldNode(variable.Slot, variable.Name, definition);
    }

    private Node Presence(CheckedField field)
    {
        if (field is not { Definition: { } definition, Operand: CheckedVariable variable })
        {
            return new PresenceNode(new FieldNode(Plan(field.Operand), field.Name));
        }

        Note(variable, definition);
        return new VariablePresenceNode(variable.Slot, variable.Name, definition);
    }

    private void Note(CheckedVariable variable, FieldDefinition field)
    {
        if (IsDeclared(variable))
        {
            _fields.Add(variable.Slot, field);
        }
        else if (_elementSlots.Contains(variable.Slot))
        {
            _fields.AddElement(field.Name);
        }
    }

    private Node Binary(CheckedBinary binary)
    {
        var left = Plan(binary.Left);
        var right = Plan(binary.Right);
        if (WithConstant(binary.Operator, binary.Left, left, binary.Right) is { } special)
        {
            return special;
        }

        if (OperandOrder.Mirror(binary.Operator) is { } mirrored && WithConstant(mirrored, binary.Right, right, binary.Left) is { } swapped)
        {
            return swapped;
        }

        return binary.Operator switch
        {
            BinaryOperator.Equal or BinaryOperator.NotEqual => new EqualityNode(left, right, binary.Operator == BinaryOperator.Equal),
            BinaryOperator.In => new InNode(left, right),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                new OrderNode(binary.Operator, left, right),
            BinaryOperator.Multiply when IsMoneyTimesInt(binary.Left.Type, binary.Right.Type) => new MoneyTimesIntNode(left, right),
            _ => Folded(new BinaryCallNode(Operators.Find(binary.Operator).Binary!, left, right), left, right),
        };
    }

    private bool IsMoneyTimesInt(DataType left, DataType right) =>
        (types.Final(left).Kind, types.Final(right).Kind) is (DataTypeKind.Money, DataTypeKind.Int) or (DataTypeKind.Int, DataTypeKind.Money);

    /// <summary>A comparison or product whose second operand is a number or text as written; null when there is no special node.</summary>
    private Node? WithConstant(BinaryOperator @operator, CheckedNode operand, Node planned, CheckedNode other)
    {
        if (other is not CheckedConstant constant)
        {
            return null;
        }

        var isComparison = @operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
        return types.Final(operand.Type).Kind switch
        {
            DataTypeKind.Money when isComparison && constant.Exact is { } exact => new MoneyOrderNode(@operator, planned, exact),
            DataTypeKind.Money when @operator == BinaryOperator.Multiply && constant.Exact is { } factor => new MoneyProductNode(planned, factor),
            DataTypeKind.Int when isComparison && constant.Value.Kind == ValueKind.Int => new IntOrderNode(@operator, planned, constant.Value.AsInt),
            DataTypeKind.String when @operator is BinaryOperator.Equal or BinaryOperator.NotEqual && constant.Value.Kind == ValueKind.String =>
                new TextEqualityNode(planned, constant.Value.AsString, @operator == BinaryOperator.Equal),
            _ => null,
        };
    }

    private Node Call(CheckedCall call)
    {
        var first = Plan(call.Arguments[0]);
        if (call.Arguments.Count == 1)
        {
            return Folded(new UnaryCallNode(call.Function.Unary!, first), first);
        }

        switch (call.Prepared)
        {
            case Regex pattern:
                return new PatternNode(first, pattern);
            case DateTimeZone zone:
                return new TimePartNode(first, call.Function.Part!.Value, zone);
            default:
                var second = Plan(call.Arguments[1]);
                return Folded(TwoArguments(call.Function, first, second), first, second);
        }
    }

    private static Node TwoArguments(Function function, Node first, Node second) =>
        function == Operators.Index ? new IndexNode(first, second)
        : function == StandardFunctions.Matches ? new MatchesNode(first, second)
        : new BinaryCallNode(function.Binary!, first, second);

    private Node List(CheckedList list)
    {
        var elements = All(list.Elements);
        return Folded(new ListNode(elements), elements);
    }

    private Node Map(CheckedMap map)
    {
        (Node Key, Node Value)[] entries = [.. map.Entries.Select(e => (Plan(e.Key), Plan(e.Value)))];
        return Folded(new MapNode(entries), [.. entries.Select(e => e.Key), .. entries.Select(e => e.Value)]);
    }

    private LoopNode Loop(CheckedLoop loop)
    {
        var range = Range(loop);
        var before = _planned;
        var condition = loop.Condition is null ? null : Plan(loop.Condition);
        var result = loop.Result is null ? null : Plan(loop.Result);
        var weight = 1 + _planned - before;
        return loop.Kind switch
        {
            MacroKind.All => new QuantifierNode(range, loop.Slot, weight, condition!, decisive: false),
            MacroKind.Exists => new QuantifierNode(range, loop.Slot, weight, condition!, decisive: true),
            MacroKind.ExistsOne => new ExistsOneNode(range, loop.Slot, weight, condition!),
            _ => new CollectNode(range, loop.Slot, weight, condition, result),
        };
    }

    /// <summary>The range of a loop. Of a list of records in a field the loop reads what it names and no more, unless it hands the records on.</summary>
    private Node Range(CheckedLoop loop)
    {
        var handsRecordsOn = loop.Result is null && loop.Kind is not (MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne);
        if (handsRecordsOn || loop.Range is not CheckedField { Definition: { } list, Operand: CheckedVariable variable } || !IsDeclared(variable) || list.Type.Element?.Record is null)
        {
            return Plan(loop.Range);
        }

        _planned++;
        _elementSlots.Add(loop.Slot);
        Note(variable, list);
        return new VariableFieldNode(variable.Slot, variable.Name, list);
    }

    /// <summary>The node itself, or its value when all parts are constant.</summary>
    private Node Folded(Node node, params Node[] parts) => Array.TrueForAll(parts, p => p is ConstantNode) ? new ConstantNode(node.Evaluate(_constants)) : node;
}
