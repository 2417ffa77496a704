using Triggers.Language.Evaluation.Predicates;
using Triggers.Model.Values;

namespace Triggers.Engine.Index;

/// <summary>The distinct predicates of one event type as conditions on keys, and the fields they read. Equal predicates have one number.</summary>
internal sealed class ConditionTable
{
    /// <summary>The number of a predicate that keys cannot decide.</summary>
    public const int Unrankable = -1;

    private readonly Dictionary<EventPredicate, int> _numbers = [];
    private readonly Dictionary<int, int> _positions = [];
    private readonly List<Condition> _conditions = [];
    private readonly List<RankedField> _fields = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<Condition> Conditions => _conditions;

    /// <summary>By position.</summary>
    public IReadOnlyList<RankedField> Fields => _fields;

    /// <summary>The number of a predicate, or <see cref="Unrankable"/>.</summary>
    public int Add(EventPredicate predicate)
    {
        if (!_numbers.TryGetValue(predicate, out var number))
        {
            number = Unrankable;
            if (Translate(predicate) is { } condition)
            {
                number = _conditions.Count;
                _conditions.Add(condition);
            }

            _numbers.Add(predicate, number);
        }

        return number;
    }

    private Condition? Translate(EventPredicate predicate)
    {
        var position = Position(predicate.Field);
        switch (predicate.Operator)
        {
            case PredicateOperator.Present:
                return new(position, ConditionKind.Present, 0, 0, []);
            case PredicateOperator.Equal or PredicateOperator.In:
                return Keys(position, predicate.Operands) is { } keys ? new(position, ConditionKind.OneOf, 0, 0, keys) : null;
            case PredicateOperator.NotEqual or PredicateOperator.NotIn:
                return Keys(position, predicate.Operands) is { } others ? new(position, ConditionKind.NoneOf, 0, 0, others) : null;
            default:
                return _fields[position].KeyOf(predicate.Operands[0]) is { } bound ? Bounded(position, predicate.Operator, bound) : null;
        }
    }

    private static Condition Bounded(int position, PredicateOperator @operator, long bound) => @operator switch
    {
        PredicateOperator.Less when bound == long.MinValue => new(position, ConditionKind.OneOf, 0, 0, []),
        PredicateOperator.Less => new(position, ConditionKind.Between, long.MinValue, bound - 1, []),
        PredicateOperator.LessOrEqual => new(position, ConditionKind.Between, long.MinValue, bound, []),
        PredicateOperator.Greater when bound == long.MaxValue => new(position, ConditionKind.OneOf, 0, 0, []),
        PredicateOperator.Greater => new(position, ConditionKind.Between, bound + 1, long.MaxValue, []),
        PredicateOperator.GreaterOrEqual => new(position, ConditionKind.Between, bound, long.MaxValue, []),
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "This operator has no bound."),
    };

    private long[]? Keys(int position, IReadOnlyList<Value> operands)
    {
        var keys = new long[operands.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            if (_fields[position].KeyOf(operands[i]) is not { } key)
            {
                return null;
            }

            keys[i] = key;
        }

        if (keys.Length <= 1)
        {
            return keys;
        }

        Array.Sort(keys);
        var distinct = 1;
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] != keys[distinct - 1])
            {
                keys[distinct++] = keys[i];
            }
        }

        Array.Resize(ref keys, distinct);
        return keys;
    }

    private int Position(FieldDefinition field)
    {
        if (!_positions.TryGetValue(field.Ordinal, out var position))
        {
            position = _fields.Count;
            _fields.Add(new(field));
            _positions.Add(field.Ordinal, position);
        }

        return position;
    }
}
