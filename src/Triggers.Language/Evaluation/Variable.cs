using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>A variable that an expression may name.</summary>
/// <param name="Name">As written: <c>event</c>, <c>customer</c>, the name of a step.</param>
/// <param name="Slot">Where its value is in <see cref="EvaluationFrame"/>.</param>
/// <param name="Type">Its type; <see cref="DataType.Dyn"/> when known only at evaluation.</param>
public sealed record Variable(string Name, int Slot, DataType Type);
