namespace Triggers.Runtime.Delivery;

/// <summary>Folding a record failed in a way that must not be: a defect of the program or a damaged state. The partition stops at the record; others go on.</summary>
/// <param name="partition">Partition of the log, from 0.</param>
/// <param name="offset">Offset of the record that was not folded.</param>
/// <param name="inner">What folding threw.</param>
public sealed class RecordDefect(int partition, long offset, Exception inner)
    : Exception($"Record {offset} of partition {partition} cannot be folded: {inner.GetType().Name}: {inner.Message}", inner);
