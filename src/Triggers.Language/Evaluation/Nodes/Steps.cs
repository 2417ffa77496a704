using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>Pays for what grows with the values: the only costs that the number of nodes does not bound.</summary>
internal static class Steps
{
    /// <summary>Characters or bytes that one step pays for.</summary>
    private const int TextOfStep = 128;

    /// <summary>Elements that one step pays for when a list is copied.</summary>
    private const int ElementsOfStep = 16;

    /// <summary>Steps for a regular expression that is known only when evaluated.</summary>
    public const int PatternSteps = 300;

    /// <summary>Takes steps from the budget; false when it is used up.</summary>
    public static bool Pay(EvaluationFrame frame, int steps) => (frame.StepsLeft -= steps) >= 0;

    /// <summary>The steps for going through a text or bytes once; 0 for short ones and all else.</summary>
    public static int Text(in Value value) => value.Kind switch
    {
        ValueKind.String => value.AsString.Length / TextOfStep,
        ValueKind.Bytes => value.AsBytes.Length / TextOfStep,
        _ => 0,
    };

    /// <summary>The steps for copying a text, bytes or a list.</summary>
    public static int Copy(in Value value) => value.Kind == ValueKind.List ? value.AsList.Count / ElementsOfStep : Text(value);
}
