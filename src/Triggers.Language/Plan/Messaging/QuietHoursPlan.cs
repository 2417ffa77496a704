using NodaTime;

namespace Triggers.Language.Plan.Messaging;

/// <summary>Nothing is delivered from <paramref name="From"/> (included) to <paramref name="To"/> (excluded) of the customer's day.</summary>
/// <param name="From">They begin.</param>
/// <param name="To">They end, on the next day when it is not later than <paramref name="From"/>; never equal to it.</param>
/// <param name="Spread">Messages held until the end are released over so much time after it; zero: all at once.</param>
public sealed record QuietHoursPlan(LocalTime From, LocalTime To, TimeSpan Spread);
