using System.Globalization;
using NodaTime;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>Instants and customers as the tables of the gates write them.</summary>
internal static class Clock
{
    /// <summary>A zone of the tz database; null for the empty text.</summary>
    public static DateTimeZone? Zone(string name) => name.Length == 0 ? null : DateTimeZoneProviders.Tzdb[name];

    /// <summary>The clock of a zone; null for the empty text.</summary>
    public static ZoneClock? In(string zone) => Zone(zone) is { } found ? new(found) : null;

    /// <summary>An instant in RFC 3339, seconds and <c>Z</c> left out: <c>2026-03-29T01:30</c>, or with an offset <c>2026-03-29T01:30+01:00</c>.</summary>
    public static Timestamp Utc(string text) =>
        Timestamp.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    /// <summary>Several instants, separated by blanks; none for the empty text.</summary>
    public static Timestamp[] All(string texts) => [.. texts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Utc)];

    /// <summary>An instant as the tables write it; <c>never</c> for null.</summary>
    public static string Write(Timestamp? time) => time is null ? "never" : time.Value.ToString()[..16];

    /// <summary>The customer of a number.</summary>
    public static CustomerKey Customer(int number) => KeySecret.ForFiles.KeyOf(new("customer", number.ToString(CultureInfo.InvariantCulture)));
}
