namespace Triggers.Engine.Index;

/// <summary>A predicate in terms of keys.</summary>
/// <param name="Field">Position of the field in the index of the type.</param>
/// <param name="Kind">The form.</param>
/// <param name="Low">Least key of <see cref="ConditionKind.Between"/>; <see cref="long.MinValue"/>: no lower bound.</param>
/// <param name="High">Greatest key of <see cref="ConditionKind.Between"/>; <see cref="long.MaxValue"/>: no upper bound.</param>
/// <param name="Keys">Sorted and each once, of <see cref="ConditionKind.OneOf"/> and <see cref="ConditionKind.NoneOf"/>; else empty.</param>
internal readonly record struct Condition(int Field, ConditionKind Kind, long Low, long High, long[] Keys)
{
    /// <summary>Can be filed under its keys.</summary>
    public bool IsEquality => Kind == ConditionKind.OneOf;

    /// <summary>Can be filed by its bound.</summary>
    public bool IsThreshold => Kind == ConditionKind.Between;

    /// <summary>The bound is an upper one.</summary>
    public bool IsUpper => High != long.MaxValue;

    /// <summary>The bound on a scale on which the event's key must be at least as high: upper bounds are turned round, as <see cref="EntryRun.Level"/> turns the key.</summary>
    public long Threshold => IsUpper ? ~High : Low;

    /// <summary>No key fulfils it.</summary>
    public bool IsNever => Kind == ConditionKind.OneOf && Keys.Length == 0;

    /// <summary>Whether it holds for a field that was read.</summary>
    public bool Holds(in FieldReading reading) => Kind switch
    {
        ConditionKind.Between => reading.State == ReadingState.Ranked && reading.Key >= Low && reading.Key <= High,
        ConditionKind.OneOf => reading.State == ReadingState.Ranked && Array.BinarySearch(Keys, reading.Key) >= 0,
        ConditionKind.NoneOf => reading.State == ReadingState.Unordered || (reading.State == ReadingState.Ranked && Array.BinarySearch(Keys, reading.Key) < 0),
        _ => reading.State is ReadingState.Unordered or ReadingState.Ranked,
    };
}
