using System.Globalization;
using NodaTime;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>quiet_hours:</c> → when nothing is delivered.</summary>
internal static class QuietHoursReader
{
    /// <summary>The quiet hours; null when there are none, or after a mistake.</summary>
    public static QuietHoursPlan? Read(YamlMapping? hours, DiagnosticBag diagnostics)
    {
        if (Time(hours?.Text("from")) is not { } from || Time(hours!.Text("to")) is not { } to)
        {
            return null;
        }

        if (from == to)
        {
            diagnostics.QuietHoursOfNothing(hours.Scalar("to")!);
            return null;
        }

        return new(from, to, WindowReader.Length(hours.Text("spread")) ?? TimeSpan.Zero);
    }

    private static LocalTime? Time(string? text) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LocalTime.FromTimeOnly(time) : null;
}
