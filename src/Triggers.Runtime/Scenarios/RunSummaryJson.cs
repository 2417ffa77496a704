using System.Text;
using System.Text.Json;
using Triggers.Runtime.Contracts;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// A run's summary for programs: one object
/// <c>{"records","events","duplicates","late","dead","customers","messages","triggers":{NAME:{"messages","refused":{GATE:n}}},"segments":{NAME:{"entered","left"}},"seconds","eventsPerSecond"}</c>;
/// of a trigger with starts that began no run because 1,000 of their customer waited, their number as <c>"crowded"</c>;
/// before <c>seconds</c>, where the workspace has them, <c>"budgets":{NAME:{"booked","of"}},"pools":{NAME:{"given","left"}}</c>.
/// Fields are only ever added.
/// </summary>
public static class RunSummaryJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = new ContractEncoder(), NewLine = "\n" };

    /// <summary>The text of the object, without a line end.</summary>
    public static string Write(RunSummary summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("records", summary.Records);
            json.WriteNumber("events", summary.Events);
            json.WriteNumber("duplicates", summary.Duplicates);
            json.WriteNumber("late", summary.Late);
            json.WriteNumber("dead", summary.Dead);
            json.WriteNumber("customers", summary.Customers);
            json.WriteNumber("messages", summary.Messages);
            json.WriteStartObject("triggers");
            foreach (var (name, tally) in summary.Triggers)
            {
                Write(json, name, tally);
            }

            json.WriteEndObject();
            json.WriteStartObject("segments");
            foreach (var (name, tally) in summary.Segments)
            {
                json.WriteStartObject(name);
                json.WriteNumber("entered", tally.Entered);
                json.WriteNumber("left", tally.Left);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteShares(json, summary);
            var seconds = summary.Elapsed.TotalSeconds;
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteNumber("eventsPerSecond", seconds > 0 ? Math.Round(summary.Events / seconds) : 0);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteShares(Utf8JsonWriter json, RunSummary summary)
    {
        if (summary.Budgets.Count > 0)
        {
            json.WriteStartObject("budgets");
            foreach (var (name, tally) in summary.Budgets)
            {
                json.WriteStartObject(name);
                json.WriteNumber("booked", tally.Booked);
                json.WriteNumber("of", tally.Budget.Limit);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (summary.Pools.Count > 0)
        {
            json.WriteStartObject("pools");
            foreach (var (name, tally) in summary.Pools)
            {
                json.WriteStartObject(name);
                json.WriteNumber("given", tally.Given);
                json.WriteNumber("left", tally.Left);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, TriggerTally tally)
    {
        json.WriteStartObject(name);
        json.WriteNumber("messages", tally.Messages);
        json.WriteStartObject("refused");
        foreach (var gate in tally.Refused.Names)
        {
            json.WriteNumber(gate, tally.Refused[gate]);
        }

        json.WriteEndObject();
        if (tally.Crowded > 0)
        {
            json.WriteNumber("crowded", tally.Crowded);
        }

        json.WriteEndObject();
    }
}
