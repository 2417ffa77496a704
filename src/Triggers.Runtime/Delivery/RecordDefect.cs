namespace Triggers.Runtime.Delivery;

/// <summary>Folding a record failed in a way that must not be: a defect of the program or a damaged state. The partition stops at the record; others go on.</summary>
/// <param name="partition">Which partition of the log.</param>
/// <param name="offset">The record that was not folded.</param>
/// <param name="inner">What was thrown.</param>
public sealed class RecordDefect(int partition, long offset, Exception inner)
    : Exception($"Record {offset} of partition {partition} cannot be folded: {inner.GetType().Name}: {inner.Message}", inner);
