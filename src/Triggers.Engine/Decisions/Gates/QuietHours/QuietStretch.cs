using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>A stretch of time in which it is quiet by one clock all the time, or never.</summary>
/// <param name="From">An instant in it, mostly not its first.</param>
/// <param name="To">The first instant after it; never: further ahead than anybody looked.</param>
/// <param name="IsQuiet">Which of both.</param>
internal readonly record struct QuietStretch(Timestamp From, Timestamp To, bool IsQuiet)
{
    /// <summary>Whether it is known that the instant lies in it.</summary>
    public bool Contains(Timestamp at) => at >= From && at < To && To != Timestamp.Never;
}
