namespace Triggers.Engine.Index;

/// <summary>Where a subscription is filed. Ordered by bucket, then by what makes a run, then by threshold and hit.</summary>
/// <param name="Bucket">0, or the bucket of a key.</param>
/// <param name="Field">Field of the main threshold, or <see cref="EntryRun.NoField"/>.</param>
/// <param name="IsUpper">The main threshold is an upper bound.</param>
/// <param name="Threshold">On the scale of <see cref="Condition.Threshold"/>; the least when there is none.</param>
/// <param name="Entry">What lies there.</param>
internal sealed record Filing(int Bucket, int Field, bool IsUpper, long Threshold, Entry Entry) : IComparable<Filing>
{
    /// <inheritdoc/>
    public int CompareTo(Filing? other) =>
        other is null ? 1
        : Bucket != other.Bucket ? Bucket.CompareTo(other.Bucket)
        : Field != other.Field ? Field.CompareTo(other.Field)
        : IsUpper != other.IsUpper ? IsUpper.CompareTo(other.IsUpper)
        : Threshold != other.Threshold ? Threshold.CompareTo(other.Threshold)
        : Entry.Hit.CompareTo(other.Entry.Hit);

    /// <summary>Whether both belong to one run.</summary>
    public bool SharesRun(Filing other) => Bucket == other.Bucket && Field == other.Field && IsUpper == other.IsUpper;
}
