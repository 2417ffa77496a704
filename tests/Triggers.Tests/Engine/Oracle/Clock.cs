using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Times of stories: minutes after ten o'clock, and the milliseconds beside them.</summary>
internal static class Clock
{
    public const long Minute = 60_000;
    public const long Day = 1_440 * Minute;

    /// <summary>Ten o'clock in milliseconds since 1970.</summary>
    public static long Ten { get; } = Shop.Ten.UnixMilliseconds;

    /// <summary>For instance <c>30</c>, or <c>30+1ms</c>.</summary>
    public static string Text(long time)
    {
        var minutes = Math.DivRem(time - Ten, Minute, out var rest);
        return rest == 0 ? $"{minutes}" : $"{minutes}{(rest > 0 ? "+" : "")}{rest}ms";
    }

    /// <summary>A length: <c>30m</c>, or <c>30m1ms</c>.</summary>
    public static string Length(long length) => length % Minute == 0 ? $"{length / Minute}m" : $"{length / Minute}m{length % Minute}ms";
}
