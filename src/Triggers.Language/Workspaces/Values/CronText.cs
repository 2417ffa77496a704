using Triggers.Language.Calendars;

namespace Triggers.Language.Workspaces.Values;

/// <summary>The text of a schedule in a workspace: whatever <see cref="CronSchedule"/> reads.</summary>
internal static class CronText
{
    /// <summary>Whether <paramref name="text"/> is a schedule.</summary>
    public static bool IsValid(string text) => CronSchedule.TryParse(text, out _, out _);

    /// <summary>What is wrong with <paramref name="text"/> and how to mend it; null when nothing is.</summary>
    public static string? Fault(string text) => CronSchedule.TryParse(text, out _, out var problem) ? null : problem;
}
