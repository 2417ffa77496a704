using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>One step of a compiled expression. Stateless: everything that changes is in the frame, so one tree serves all threads.</summary>
internal abstract class Node
{
    public abstract Value Evaluate(EvaluationFrame frame);
}
