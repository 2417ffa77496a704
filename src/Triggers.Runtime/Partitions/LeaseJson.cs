using System.Globalization;
using System.Text.Json;
using Triggers.Engine.Leases;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// Leases as JSON; fields are only ever added. Amounts are texts, since they are exact.
/// <code>
/// lease record      {"budgets":{NAME:"5000.00"},"pools":{NAME:[FROM,TO,FROM,TO]}}                             TO: behind the last
/// partition record  {"budgets":{NAME:{"granted":"5000.00","booked":{PERIOD:"12.50"}}},"pools":{NAME:[FROM,TO,FROM,TO]}}
/// </code>
/// PERIOD is its first instant in milliseconds since 1970, or <c>all</c>; a pool's codes are those that nobody has.
/// </summary>
public static class LeaseJson
{
    private const string NoPeriods = "all";

    /// <summary>The body of a lease record.</summary>
    public static byte[] Write(LeaseGrant grant)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("budgets"u8);
            foreach (var (name, amount) in grant.Budgets)
            {
                json.WriteString(name, Text(amount));
            }

            json.WriteEndObject();
            json.WriteStartObject("pools"u8);
            foreach (var pool in grant.Pools.GroupBy(pool => pool.Key, pool => pool.Value))
            {
                Write(json, pool.Key, pool);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The grant in a lease record.</summary>
    /// <exception cref="OutsideFault">This build cannot read it: written by a newer one, or damaged.</exception>
    public static LeaseGrant ReadGrant(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return new(
                [.. root.GetProperty("budgets"u8).EnumerateObject().Select(budget => KeyValuePair.Create(budget.Name, Positive(Amount(budget.Value))))],
                [.. root.GetProperty("pools"u8).EnumerateObject().SelectMany(pool => Ranges(pool.Value).Select(range => KeyValuePair.Create(pool.Name, range)))]);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new OutsideFault("The log holds a lease record that cannot be read.", "Run the version that wrote it, or a newer one.", inner: e);
        }
    }

    /// <summary>Appends leases to a partition record, as the value of a property.</summary>
    internal static void Write(Utf8JsonWriter json, LeaseBook leases)
    {
        json.WriteStartObject();
        json.WriteStartObject("budgets"u8);
        foreach (var lease in leases.Budgets)
        {
            json.WriteStartObject(lease.Name);
            json.WriteString("granted"u8, Text(lease.Granted));
            json.WriteStartObject("booked"u8);
            foreach (var (period, amount) in lease.Booked)
            {
                json.WriteString(period == Timestamp.Beginning ? NoPeriods : period.UnixMilliseconds.ToString(CultureInfo.InvariantCulture), Text(amount));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("pools"u8);
        foreach (var lease in leases.Pools)
        {
            Write(json, lease.Name, lease.Free);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The leases in a partition record; none where it lacks the property.</summary>
    internal static LeaseBook Read(JsonElement record)
    {
        var book = new LeaseBook();
        if (!record.TryGetProperty("leases"u8, out var leases))
        {
            return book;
        }

        foreach (var budget in leases.GetProperty("budgets"u8).EnumerateObject())
        {
            var lease = new BudgetLease(budget.Name) { Granted = Amount(budget.Value.GetProperty("granted"u8)) };
            foreach (var period in budget.Value.GetProperty("booked"u8).EnumerateObject())
            {
                lease.Book(period.NameEquals(NoPeriods) ? Timestamp.Beginning : new(long.Parse(period.Name, CultureInfo.InvariantCulture)), Amount(period.Value));
            }

            book.Put(lease);
        }

        foreach (var pool in leases.GetProperty("pools"u8).EnumerateObject())
        {
            var lease = new CodeLease(pool.Name);
            foreach (var range in Ranges(pool.Value))
            {
                lease.Add(range);
            }

            book.Put(lease);
        }

        return book;
    }

    /// <summary>True when a fault while reading means that the text is not what it must be.</summary>
    internal static bool IsDamage(Exception fault) => fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException;

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<CodeRange> ranges)
    {
        json.WriteStartArray(name);
        foreach (var range in ranges)
        {
            json.WriteNumberValue(range.From);
            json.WriteNumberValue(range.To);
        }

        json.WriteEndArray();
    }

    private static List<CodeRange> Ranges(JsonElement pool)
    {
        var ranges = new List<CodeRange>();
        var behind = 0;
        foreach (var numbers in pool.EnumerateArray().Select(number => number.GetInt32()).Chunk(2))
        {
            if (numbers is not [var from, var to] || from < behind || to <= from)
            {
                throw new FormatException("Ranges of codes have a beginning and an end, and ascend.");
            }

            ranges.Add(new(from, to));
            behind = to;
        }

        return ranges;
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static decimal Positive(decimal amount) => amount > 0 ? amount : throw new FormatException("An amount must be more than 0.");

    private static decimal Amount(JsonElement text) => decimal.Parse(text.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);
}
