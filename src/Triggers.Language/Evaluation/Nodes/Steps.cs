using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>Pays for what grows with the values: the only costs that the number of nodes does not bound.</summary>
internal static class Steps
{
    /// <summary>Characters, bytes or elements that one step pays for.</summary>
    private const int SizeOfStep = 16;

    /// <summary>Takes steps from the budget; false when it is used up.</summary>
    public static bool Pay(EvaluationFrame frame, int steps) => (frame.StepsLeft -= steps) >= 0;

    /// <summary>The steps that a function of <paramref name="value"/> takes beyond the first.</summary>
    public static int Of(in Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString.Length / SizeOfStep,
        ValueKind.Bytes => value.AsBytes.Length / SizeOfStep,
        ValueKind.List => value.AsList.Count / SizeOfStep,
        _ => 0,
    };
}
