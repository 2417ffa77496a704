using Triggers.Language.Calendars;
using Triggers.Tests.Language.Workspaces;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Calendars;

public sealed class CronProblemTests
{
    [Theory]
    [InlineData("0 10 * *", "A schedule has five fields, minute, hour, day of the month, month and day of the week, but this has 4; for instance `0 10 * * 5`.")]
    [InlineData("0 0 10 * * 5", "A schedule has five fields, minute, hour, day of the month, month and day of the week, but this has 6; for instance `0 10 * * 5`.")]
    [InlineData("@daily", "`@daily` is a nickname; write the five fields, for instance `0 10 * * *` for every day at 10:00.")]
    [InlineData("60 * * * *", "Field 1, the minute, has `60`: allowed are 0 to 59, `*`, lists, ranges and steps: `0`, `0,30`, `*/15`.")]
    [InlineData("? * * * *", "Field 1, the minute, has `?`: allowed are 0 to 59, `*`, lists, ranges and steps: `0`, `0,30`, `*/15`.")]
    [InlineData("* 24 * * *", "Field 2, the hour, has `24`: allowed are 0 to 23, `*`, lists, ranges and steps: `10`, `9-17`, `*/2`.")]
    [InlineData("* 9,, * * *", "Field 2, the hour, has ``: allowed are 0 to 23, `*`, lists, ranges and steps: `10`, `9-17`, `*/2`.")]
    [InlineData("* * 0 * *", "Field 3, the day of the month, has `0`: allowed are 1 to 31, `*`, lists, ranges and steps, `L` (last), `L-2`, `15W` (nearest working day), `LW`: `1`, `1,15`, `L`.")]
    [InlineData("* * L-31 * *", "Field 3, the day of the month, has `L-31`: allowed are 1 to 31, `*`, lists, ranges and steps, `L` (last), `L-2`, `15W` (nearest working day), `LW`: `1`, `1,15`, `L`.")]
    [InlineData("* * 1,15W * *", "Field 3, the day of the month, has `15W`: `W` stands alone, without a list.")]
    [InlineData("* * * JUNE *", "Field 4, the month, has `JUNE`: allowed are 1 to 12 or JAN to DEC, `*`, lists, ranges and steps: `12`, `JUN-AUG`.")]
    [InlineData("* * * * 8", "Field 5, the day of the week, has `8`: allowed are 0 to 7 or SUN to SAT, `*`, lists, ranges and steps, `MON#1` (first), `FRI#L` (last): `5`, `MON-FRI`, `SAT,SUN`.")]
    [InlineData("* * * * MON#6", "Field 5, the day of the week, has `MON#6`: after `#` comes 1 to 5, or `L` for the last of the month.")]
    [InlineData("10/5 * * * *", "Field 1, the minute, has `10/5`: a step needs `*` or a range; write `10-59/5`.")]
    [InlineData("*/60 * * * *", "Field 1, the minute, has `*/60`: a step is 1 to 59.")]
    [InlineData("*/0 * * * *", "Field 1, the minute, has `*/0`: a step is 1 to 59.")]
    [InlineData("* 22-2 * * *", "Field 2, the hour, has `22-2`: the range runs backwards; write `22-23,0-2`.")]
    [InlineData("* * * NOV-FEB *", "Field 4, the month, has `NOV-FEB`: the range runs backwards; write `11-12,1-2`.")]
    [InlineData("* * * * SAT-MON", "Field 5, the day of the week, has `SAT-MON`: the range runs backwards; write `6,0-1`.")]
    [InlineData("* 22-2/2 * * *", "Field 2, the hour, has `22-2/2`: the range runs backwards; write its numbers as a list.")]
    [InlineData("* * * +1 *", "Field 4, the month, has `+1`: allowed are 1 to 12 or JAN to DEC, `*`, lists, ranges and steps: `12`, `JUN-AUG`.")]
    public void A_wrong_schedule_is_explained(string text, string problem)
    {
        Assert.False(CronSchedule.TryParse(text, out var schedule, out var told));
        Assert.Null(schedule);
        Assert.Equal(problem, told);
    }

    [Fact]
    public void A_wrong_schedule_in_a_workspace_is_told_with_its_remedy()
    {
        var told = Samples.Shop.With(("triggers/friday.yaml", "trigger: friday\nwhen: { schedule: \"0 22-2 * * FRI\", over: at_risk }\n")).Check();

        Assert.Contains("friday.yaml:2:19", told, StringComparison.Ordinal);
        Assert.Contains("must be a schedule; `0 22-2 * * FRI` is none.", told, StringComparison.Ordinal);
        Assert.Contains("Field 2, the hour, has `22-2`: the range runs backwards; write `22-23,0-2`.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10-59/5 * * * *")]
    [InlineData("* 22-23,0-2 * * *")]
    [InlineData("* * * 11-12,1-2 *")]
    [InlineData("* * * * 6,0-1")]
    public void What_a_problem_says_to_write_is_right(string text)
    {
        Assert.True(CronSchedule.TryParse(text, out var schedule, out var problem), problem);
        Assert.Equal(text, schedule.ToString());
    }
}
