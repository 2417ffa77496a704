using NodaTime;
using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A part of a time in a constant zone: <c>event.time.getHours("Europe/Berlin")</c>.</summary>
internal sealed class TimePartNode(Node time, TimePart part, DateTimeZone zone) : Node
{
    public override Value Evaluate(EvaluationFrame frame) => Calendar.Part(part, time.Evaluate(frame), zone);
}
