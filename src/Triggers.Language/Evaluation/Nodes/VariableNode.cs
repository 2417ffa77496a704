using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A variable or the element of a macro.</summary>
internal sealed class VariableNode(int slot, string name) : Node
{
    private readonly Value _unset = Errors.NoSuchVariable(name);

    public override Value Evaluate(EvaluationFrame frame)
    {
        ref var value = ref frame[slot];
        return value.IsPresent ? value : _unset;
    }
}
