using System.Globalization;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>So many in a time, in words.</summary>
internal static class AllowanceWords
{
    /// <summary><c>once a day</c>, <c>twice in 7 days</c>, <c>3 times ever</c>.</summary>
    public static string Times(AllowancePlan allowance)
    {
        var times = allowance.AtMost switch
        {
            1 => "once",
            2 => "twice",
            var more => string.Create(CultureInfo.InvariantCulture, $"{more} times"),
        };
        return $"{times} {Window(allowance)}";
    }

    /// <summary><c>1 message a day</c>, <c>2 messages in 7 days</c>.</summary>
    public static string Messages(AllowancePlan allowance) =>
        string.Create(CultureInfo.InvariantCulture, $"{allowance.AtMost} message{(allowance.AtMost == 1 ? "" : "s")} {Window(allowance)}");

    private static string Window(AllowancePlan allowance) => allowance.Window switch
    {
        { Length: { } length } => $"in {DurationText.Say(length)}",
        { Period: { } period } => $"a {period.ToString().ToLowerInvariant()}",
        _ => "ever",
    };
}
