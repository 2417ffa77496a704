using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>What the quiet hours say to one message.</summary>
/// <param name="IsQuiet">True: it is held.</param>
/// <param name="ReleaseAt">When it is released and judged anew; null when it is not held, or when the customer's clock is not known.</param>
internal readonly record struct QuietVerdict(bool IsQuiet, Timestamp? ReleaseAt)
{
    /// <summary>Nothing against delivery now.</summary>
    public static QuietVerdict Pass => default;
}
