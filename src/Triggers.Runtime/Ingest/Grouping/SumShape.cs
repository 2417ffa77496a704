using Triggers.Language.Evaluation;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>A sum over the rows of an event.</summary>
/// <param name="Field">The event's field.</param>
/// <param name="Of">What of each row is added to it.</param>
internal readonly record struct SumShape(FieldDefinition Field, CompiledExpression Of);
