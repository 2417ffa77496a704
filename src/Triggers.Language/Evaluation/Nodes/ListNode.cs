using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>Makes a list.</summary>
internal sealed class ListNode(Node[] elements) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var values = new Value[elements.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            values[i] = elements[i].Evaluate(frame);
            if (values[i].IsError)
            {
                return values[i];
            }
        }

        return Value.OfList(values);
    }
}
