using Triggers.Language.Checking.Tree;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>Looks at constant arguments once, at check time: regular expressions, time zones, instants and durations.</summary>
/// <param name="mistakes">Null: a wrong constant is an error value when evaluated, as the CEL specification says.</param>
internal sealed class ConstantArguments(CheckMistakes? mistakes)
{
    /// <summary>A regular expression or time zone ready for use; null when the call has none.</summary>
    public object? Prepare(CallExpression call, Function function, IReadOnlyList<CheckedNode> arguments)
    {
        if (arguments[^1] is not CheckedConstant { Value.Kind: ValueKind.String } constant)
        {
            return null;
        }

        var written = constant.Value.AsString;
        var place = call.Arguments.Count > 0 ? call.Arguments[^1] : call;
        switch (function.Name)
        {
            case "matches":
                var pattern = Patterns.Construct(written, out var reason);
                if (pattern is null)
                {
                    mistakes?.InvalidPattern(place, reason);
                }

                return pattern;
            case "timestamp" when Conversions.ToTimestamp(constant.Value).IsError:
                mistakes?.InvalidTime(place, written, DataType.Timestamp);
                return null;
            case "duration" when Conversions.ToDuration(constant.Value).IsError:
                mistakes?.InvalidTime(place, written, DataType.Duration);
                return null;
            default:
                return function.Part is not null && arguments.Count == 2 ? Zone(place, written) : null;
        }
    }

    private NodaTime.DateTimeZone? Zone(Expression place, string name)
    {
        var zone = Calendar.Zone(name);
        if (zone is null)
        {
            mistakes?.UnknownZone(place, name);
        }

        return zone;
    }
}
