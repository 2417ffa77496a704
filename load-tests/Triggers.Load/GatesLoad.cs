using System.Diagnostics;
using System.Globalization;
using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Load;

/// <summary>
/// <c>gates [--candidates N]</c>: time and memory of a candidate from the event that starts it to its decision and message, without any gate but the address and with all of them
/// (consent, complaint, eligibility, group, channel, caps, quiet hours, hold-out; no content), and the difference: what the gates cost. The customer has agreed and has had messages before.
/// </summary>
internal static class GatesLoad
{
    private const int InARow = 8;
    private const int Rounds = 5;

    private const string Policies = """
        consent: [{ event: agreed, given: event.given }]
        complaints: { opened: complained, closed: solved }
        caps: [{ at_most: 1000, in: 7d }, { channels: [push], at_most: 1000, per: day, then: next-channel }]
        groups: { g: { triggers: [seen, other] } }
        hold_out: { percent: 1, salt: never }
        quiet_hours: { from: 2:00, to: 3:00 }
        """;

    private static readonly Identifier Who = new("user", "ann");
    private static readonly CustomerKey Key = KeySecret.ForFiles.KeyOf(Who);
    private static readonly Timestamp Ten = Timestamp.From(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int candidates)
    {
        var (bare, gated) = ((double.MaxValue, double.MaxValue), (double.MaxValue, double.MaxValue));
        for (var round = 0; round < Rounds; round++)
        {
            bare = Best(bare, Measure(Plan(withGates: false), candidates));
            gated = Best(gated, Measure(Plan(withGates: true), candidates));
        }

        Print("no gates", bare);
        Print("all gates", gated);
        Print("the gates alone", (gated.Item1 - bare.Item1, gated.Item2 - bare.Item2));
        return 0;
    }

    private static (double, double) Best((double, double) left, (double, double) right) => (Math.Min(left.Item1, right.Item1), Math.Min(left.Item2, right.Item2));

    private static void Print(string what, (double Nanoseconds, double Bytes) cost) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16}{cost.Nanoseconds,8:N0} ns{cost.Bytes,8:N0} B a candidate"));

    private static (double Nanoseconds, double Bytes) Measure(WorkspacePlan plan, int candidates)
    {
        var (engine, output, state) = (new CustomerEngine(plan), new StepOutput(), new CustomerState(Key));
        var agreed = Event(plan, "agreed", "a", Ten);
        agreed.Set(agreed.EventType.Record.Find("given")!.Ordinal, Model.Values.Value.Of(true));
        engine.Step(state, new(agreed, Ten, 0), output);
        var blob = StateCodec.Encode(state);
        var events = Enumerable.Range(1, InARow).Select(i => Event(plan, "viewed", $"v{i}", Ten + TimeSpan.FromMinutes(i))).ToArray();
        var (time, bytes, decided) = (TimeSpan.Zero, 0L, 0);
        while (decided < candidates)
        {
            StateCodec.Decode(Key, blob, state);
            output.Clear();
            var (begun, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            foreach (var viewed in events)
            {
                engine.Step(state, new(viewed, viewed.Time, 0), output);
            }

            time += Stopwatch.GetElapsedTime(begun);
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;
            decided += output.Messages.Count;
            if (output.Messages.Count != InARow)
            {
                throw new InvalidOperationException($"{output.Decisions[^1].Gate}: {output.Decisions[^1].Reason}");
            }
        }

        return (time.TotalNanoseconds / decided, (double)bytes / decided);
    }

    private static CustomerEvent Event(WorkspacePlan plan, string type, string id, Timestamp at)
    {
        var made = new CustomerEvent();
        made.Begin(plan.Catalogue.Find(type)!, Key, Who, id, at);
        return made;
    }

    private static WorkspacePlan Plan(bool withGates)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["workspace.yaml"] = "name: gates\nzone: Europe/Berlin\ncurrency: EUR\n",
            ["events.yaml"] = "events:\n  viewed: { from: a, fields: { sku: string? } }\n  agreed: { from: a, fields: { given: bool } }\n"
                + "  complained: { from: a, fields: { about: string? } }\n  solved: { from: a, fields: { about: string? } }\n",
            ["channels.yaml"] = "channels: { push: { address: customer.id }, email: { address: customer.id } }\n",
            ["offers/o.yaml"] = $"offer: o\nlabel: O\n{(withGates ? "eligible: customer.kind == \"user\"\n" : "")}",
            ["triggers/t.yaml"] = "- { trigger: seen, when: { start: viewed }, send: { purpose: offer, offer: o, channels: [push, email] } }\n"
                + "- { trigger: other, when: { start: solved }, send: { purpose: offer, offer: o, channels: [email] } }\n",
        };
        if (withGates)
        {
            files["policies.yaml"] = Policies;
        }

        return WorkspaceCompiler.Compile(new(files), new DiagnosticBag()) ?? throw new InvalidOperationException("The workspace has a mistake.");
    }
}
