using System.Globalization;
using System.IO.Compression;

namespace Triggers.Tests.Scenarios;

/// <summary>
/// How many carts were left in the clicks of REES46, each visit (<c>user_session</c>) for itself, counted by a loop over the rows that knows nothing of this project: a cart event
/// (re)starts a timer, a purchase of the same visit stops it, and it fires when it is due at or before the visit's next event or the last event of the file.
/// </summary>
/// <param name="Fired">Timers that fired by the last event.</param>
/// <param name="Visits">Different visits with one.</param>
/// <param name="Open">Timers that were still running at the last event.</param>
internal sealed record VisitCount(int Fired, int Visits, int Open)
{
    /// <summary>Counts.</summary>
    public static VisitCount Of(string file, TimeSpan wait)
    {
        var due = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        var fired = new List<string>();
        var last = DateTime.MinValue;
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var (type, visit) = (cells[1], cells[8]);
            last = DateTime.ParseExact(cells[0], "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
            if (due.TryGetValue(visit, out var deadline) && deadline <= last)
            {
                fired.Add(visit);
                due.Remove(visit);
            }

            if (type == "cart")
            {
                due[visit] = last + wait;
            }
            else if (type == "purchase")
            {
                due.Remove(visit);
            }
        }

        fired.AddRange(due.Where(timer => timer.Value <= last).Select(timer => timer.Key));
        return new(fired.Count, fired.Distinct().Count(), due.Count(timer => timer.Value > last));
    }
}
