using Triggers.Language.Checking.Tree;
using Triggers.Language.Evaluation.Nodes;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>
/// The most steps an expression may take, computed without evaluating it: lists and maps that come with an event or a customer count as
/// <see cref="AssumedSize"/> elements; long texts are left to the budget at run time.
/// </summary>
internal static class CostBound
{
    public const int AssumedSize = 100;

    private const long Largest = 1_000_000_000_000;

    public static long Of(CheckedNode node) => node switch
    {
        CheckedField field => 1 + Of(field.Operand),
        CheckedPresence presence => Of(presence.Field),
        CheckedNot not => 1 + Of(not.Operand),
        CheckedLogic logic => Sum(logic.Operands),
        CheckedChoice choice => 1 + Of(choice.Condition) + Math.Max(Of(choice.WhenTrue), Of(choice.WhenFalse)),
        CheckedBinary { Operator: BinaryOperator.In } member => Sum([member.Left, member.Right]) + Size(member.Right),
        CheckedBinary { Operator: BinaryOperator.Add, Type.Kind: DataTypeKind.List } sum => Sum([sum.Left, sum.Right]) + (Size(sum) / 16),
        CheckedBinary binary => Sum([binary.Left, binary.Right]),
        CheckedCall { Prepared: null } call when call.Function == StandardFunctions.Matches => Sum(call.Arguments) + Steps.PatternSteps,
        CheckedCall call => Sum(call.Arguments),
        CheckedList list => Sum(list.Elements),
        CheckedMap map => Sum(map.Entries.SelectMany(e => new[] { e.Key, e.Value })),
        CheckedLoop loop => Loop(loop),
        _ => 1,
    };

    private static long Sum(IEnumerable<CheckedNode> nodes)
    {
        var sum = 1L;
        foreach (var node in nodes)
        {
            sum = Math.Min(Largest, sum + Of(node));
        }

        return sum;
    }

    private static long Loop(CheckedLoop loop)
    {
        var body = 1 + (loop.Condition is null ? 0 : Of(loop.Condition)) + (loop.Result is null ? 0 : Of(loop.Result));
        var rounds = Size(loop.Range);
        return rounds > Largest / body ? Largest : Math.Min(Largest, Of(loop.Range) + (rounds * body));
    }

    private static long Size(CheckedNode node) => node switch
    {
        CheckedList list => list.Elements.Count,
        CheckedMap map => map.Entries.Count,
        CheckedLoop { Kind: MacroKind.Map or MacroKind.Filter } loop => Size(loop.Range),
        CheckedChoice choice => Math.Max(Size(choice.WhenTrue), Size(choice.WhenFalse)),
        CheckedBinary { Operator: BinaryOperator.Add } sum => Math.Min(Largest, Size(sum.Left) + Size(sum.Right)),
        CheckedCall call when call.Function == StandardFunctions.Find("dyn") => Size(call.Arguments[0]),
        CheckedConstant { Value.Kind: not ValueKind.String } => 1,
        _ => AssumedSize,
    };
}
