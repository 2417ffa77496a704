using Triggers.Language.Evaluation;

namespace Triggers.Language.Schema;

/// <summary>
/// How several rows of a source become one event. Rows belong together that have the same event type, the same customer and the same value of <paramref name="By"/>, until the
/// event time of a row has passed that of their first by more than <paramref name="Within"/>. In <c>events.yaml</c>:
/// <code>
/// group: { by: InvoiceNo, within: 5m, rows: lines, sums: { total: row.quantity * row.price } }
/// </code>
/// </summary>
/// <param name="By">Source field whose value rows of one event share.</param>
/// <param name="Within">How far a row may be from the first, in event time.</param>
/// <param name="Rows">Event field, a list of records, with one record a row; null: rows are not kept.</param>
/// <param name="Sums">Event field → what is summed over the rows; sees <c>row</c>, the record of <paramref name="Rows"/>, as <see cref="EvaluationFrame.Event"/>.</param>
public sealed record RowGrouping(string By, TimeSpan Within, string? Rows, IReadOnlyDictionary<string, CompiledExpression> Sums);
