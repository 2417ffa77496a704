using System.Diagnostics;
using System.Globalization;
using Triggers.Model.Customers;
using Triggers.Runtime.Partitions;

namespace Triggers.Load;

/// <summary>
/// <c>cache [--customers N]</c>: memory a customer of the state cache ÷ that of a plain object graph, and the time of an access, for customers with three active rules. The blobs
/// are 60 to 90 bytes long; both are built in one run, in the same order, one after the other.
/// </summary>
internal static class CacheLoad
{
    private const int ActiveRules = 3;
    private const int BlobLeast = 60;
    private const int BlobSpread = 16;
    private const int Accesses = 500_000;
    private const int AccessRounds = 4;
    private const double First = 0.4;
    private const double Goal = 0.25;
    private const double Moonshot = 0.2;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int customers)
    {
        var (plain, cache) = Measure(customers);
        var ratio = cache.Bytes / plain.Bytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {customers:N0} customers, {ActiveRules} active rules each
                                bytes a customer   ns an access   full collection, ms
            plain object graph  {plain.Bytes,16:N1}   {plain.Nanoseconds,12:N0}   {plain.PauseMilliseconds,19:N0}
            state cache         {cache.Bytes,16:N1}   {cache.Nanoseconds,12:N0}   {cache.PauseMilliseconds,19:N0}
            T7: {ratio:N3} (first {First}, goal {Goal}, moonshot {Moonshot}): {(ratio <= Moonshot ? "moonshot" : ratio <= Goal ? "goal" : ratio <= First ? "first" : "missed")}
            """));
        return 0;
    }

    /// <summary>Bytes a customer, nanoseconds an access and the pause of a full collection: of the plain object graph and of the cache.</summary>
    internal static (CacheFigures Plain, CacheFigures Cache) Measure(int customers)
    {
        var random = new SplitMix64(7);
        int[] asked = [.. Enumerable.Range(0, Accesses).Select(_ => (int)(random.Unit() * customers))];
        string[] names = [.. asked.Select(NameOf)];
        CustomerKey[] keys = [.. asked.Select(KeyOf)];
        return (Measure(customers, () => Plain(customers), graph => Touch(graph, names)), Measure(customers, () => Fill(customers), cache => Touch(cache, keys)));
    }

    private static CacheFigures Measure<T>(int customers, Func<T> build, Func<T, long> access)
        where T : class
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var built = build();
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        access(built);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var sum = Enumerable.Range(0, AccessRounds).Sum(_ => access(built));
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalNanoseconds / ((long)Accesses * AccessRounds);
        var begun = Stopwatch.GetTimestamp();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        var pause = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        GC.KeepAlive(built);
        return sum == 0 ? throw new InvalidOperationException("Nothing was read.") : new((double)bytes / customers, spent, pause);
    }

    private static Dictionary<string, PlainCustomer> Plain(int customers)
    {
        var graph = new Dictionary<string, PlainCustomer>(StringComparer.Ordinal);
        for (var i = 0; i < customers; i++)
        {
            var customer = new PlainCustomer();
            for (var rule = 0; rule < ActiveRules; rule++)
            {
                customer.Rules.Add(rule * 7, (rule, i));
                customer.Recent.Add(i + rule);
            }

            graph.Add(NameOf(i), customer);
        }

        return graph;
    }

    private static StateCache Fill(int customers)
    {
        var (cache, random) = (StateCache.OverStore(customers), new SplitMix64(42));
        Span<byte> blob = stackalloc byte[BlobLeast + (2 * BlobSpread)];
        for (var i = 0; i < customers; i++)
        {
            // Twice at random: lengths in the middle are the most frequent.
            var length = BlobLeast + (int)(random.Unit() * BlobSpread) + (int)(random.Unit() * BlobSpread);
            blob.Fill((byte)(i | 1));
            cache.Put(KeyOf(i), blob[..length]);
        }

        return cache;
    }

    private static long Touch(Dictionary<string, PlainCustomer> graph, string[] names)
    {
        var sum = 0L;
        foreach (var name in names)
        {
            var customer = graph[name];
            sum += customer.Rules[7].Deadline + customer.Recent[^1];
        }

        return sum;
    }

    private static long Touch(StateCache cache, CustomerKey[] keys)
    {
        var sum = 0L;
        foreach (var key in keys)
        {
            cache.Find(key, out var blob);
            sum += blob[0] + blob[^1];
        }

        return sum;
    }

    private static string NameOf(int customer) => string.Create(CultureInfo.InvariantCulture, $"c{customer}");

    private static CustomerKey KeyOf(int customer)
    {
        var random = new SplitMix64((ulong)customer);
        return new(random.Next(), random.Next());
    }
}
