using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Rulesets;

namespace Triggers.Load;

/// <summary>
/// <c>decode [--events N]</c>: CPU time and memory to make an event of a record of the load, beside a bare loop over <see cref="Utf8JsonReader.Read"/> on the same bytes: with
/// all fields, with those that the rules of <c>cart</c> read, and from the canonical form of the log.
/// </summary>
internal static class DecodeLoad
{
    private const int Rounds = 7;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int count)
    {
        var plan = WorkspaceCompiler.Compile(CartRules.Files, new DiagnosticBag()) ?? throw new InvalidOperationException("The rules of the load have a mistake.");
        var workload = new Workload();
        var events = Enumerable.Range(0, count).Select(_ => workload.Next()).ToArray();
        var everything = FieldSelection.Everything(plan.Catalogue);
        var canonical = Canonical(events, plan.Catalogue);
        var measured = new (string Name, byte[][] Records, Action<byte[]> Work)[]
        {
            ("bare Utf8JsonReader", events, Scan),
            ("decode, every field", events, Decoder(plan.Catalogue, everything)),
            ("decode, fields of cart", events, Decoder(plan.Catalogue, new Ruleset(plan).Selection)),
            ("bare Utf8JsonReader, canonical", canonical, Scan),
            ("canonical, every field", canonical, Reader(plan.Catalogue, everything)),
            ("canonical, fields of cart", canonical, Reader(plan.Catalogue, new Ruleset(plan).Selection)),
        };
        var best = Enumerable.Repeat((Nanoseconds: double.MaxValue, Bytes: double.MaxValue), measured.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            // Rounds alternate, and the best of each counts: other work on the machine only ever adds.
            for (var i = 0; i < measured.Length; i++)
            {
                var (nanoseconds, bytes) = Measure(measured[i].Records, measured[i].Work);
                best[i] = (Math.Min(best[i].Nanoseconds, nanoseconds), Math.Min(best[i].Bytes, bytes));
            }
        }

        for (var i = 0; i < measured.Length; i++)
        {
            var ratio = best[i].Nanoseconds / best[i < 3 ? 0 : 3].Nanoseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measured[i].Name,-32}{best[i].Nanoseconds,6:N0} ns  {ratio,5:N2}  {best[i].Bytes,6:N1} B"));
        }

        return 0;
    }

    private static byte[][] Canonical(byte[][] events, EventCatalogue catalogue)
    {
        var decoder = new SourceDecoder(catalogue, KeySecret.ForFiles);
        var into = new ArrayBufferWriter<byte>();
        return [.. events.Select(json =>
        {
            into.ResetWrittenCount();
            decoder.Decode(Place, json, []);
            EventWriter.Write(decoder.Event, into);
            return into.WrittenSpan.ToArray();
        })];
    }

    private static SourcePlace Place => new("load", 0, 1, Timestamp.Beginning);

    private static void Scan(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            // Every token is looked at, and nothing is done with it.
        }
    }

    private static Action<byte[]> Decoder(EventCatalogue catalogue, FieldSelection selection)
    {
        var decoder = new SourceDecoder(catalogue, KeySecret.ForFiles, selection);
        return json =>
        {
            if (decoder.Decode(Place, json, []) == DecodedKind.Dead)
            {
                throw new InvalidOperationException(decoder.Reason);
            }
        };
    }

    private static Action<byte[]> Reader(EventCatalogue catalogue, FieldSelection selection)
    {
        var reader = new EventReader(catalogue, selection);
        return json =>
        {
            if (reader.Read(default, json) == EventReading.Malformed)
            {
                throw new InvalidOperationException(reader.Problem);
            }
        };
    }

    private static (double Nanoseconds, double Bytes) Measure(byte[][] events, Action<byte[]> work)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var json in events)
        {
            work(json);
        }

        var nanoseconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalNanoseconds / events.Length;
        return (nanoseconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / events.Length);
    }
}
