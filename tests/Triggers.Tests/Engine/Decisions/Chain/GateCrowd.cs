using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Outbound;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// Customers who do something at random, in one order of time, each told to the naive gates as well. Both a feed and the sink of the same run: failures are of messages that went
/// out before.
/// </summary>
internal sealed class GateCrowd : IEventFeed, IRunSink
{
    /// <summary>How many there are.</summary>
    public const int Customers = 2_000;

    private const int EventsOfEach = 60;
    private const long Hour = 3_600_000;

    private static readonly long Start = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly string[] Kinds = ["view", "view", "view", "view", "cart", "cart", "consent", "complaint", "solved", "solved", "message.failed"];

    private readonly WorkspacePlan _plan;
    private readonly PriorityQueue<Person, (long Time, int Number)> _next = new();
    private readonly SortedSet<(long WakesAt, CustomerKey Customer)> _wakes = [];
    private readonly Dictionary<CustomerKey, Person> _people = [];

    /// <summary>A crowd in this workspace.</summary>
    public GateCrowd(WorkspacePlan plan, NaiveStock stock)
    {
        _plan = plan;
        for (var number = 0; number < Customers; number++)
        {
            var person = new Person(number, stock);
            _people.Add(person.Key, person);
            Plan(person, Start);
        }
    }

    /// <summary>What should have gone out to each: trigger, cause, time, code.</summary>
    public IEnumerable<(CustomerKey Customer, List<string> Sent)> Expected => _people.Values.Select(person => (person.Key, person.Gates.Sent));

    /// <summary>What went out to each.</summary>
    public Dictionary<CustomerKey, List<string>> Sent { get; } = [];

    /// <summary>Everything that went out.</summary>
    public List<Message> Messages { get; } = [];

    /// <summary>Everything decided.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>Messages of which a failure was reported.</summary>
    public HashSet<string> Failed { get; } = [];

    /// <summary>Gate → how many it refused.</summary>
    public SortedDictionary<string, int> Refusals =>
        new(Decisions.Where(decision => decision.Outcome == Outcome.Refused).GroupBy(decision => decision.Gate!).ToDictionary(gate => gate.Key, gate => gate.Count()));

    /// <inheritdoc/>
    public CustomerEvent Event { get; private set; } = new();

    /// <inheritdoc/>
    public DeadLetter Dead => throw new InvalidOperationException("Nothing is dead.");

    /// <inheritdoc/>
    public double Progress => 0;

    /// <inheritdoc/>
    public DecodedKind? Next()
    {
        if (!_next.TryDequeue(out var person, out var at))
        {
            return null;
        }

        PassTo(at.Time);
        Do(person, at.Time);
        Watch(person);
        if (person.Events < EventsOfEach)
        {
            Plan(person, at.Time);
        }

        return DecodedKind.Event;
    }

    /// <inheritdoc/>
    public void Take(FoldOutput output)
    {
        Decisions.AddRange(output.Steps.Decisions);
        foreach (var message in output.Steps.Messages)
        {
            Messages.Add(message);
            (Sent.TryGetValue(message.Customer, out var sent) ? sent : Sent[message.Customer] = []).Add(
                $"{message.Trigger} {message.CauseEventId} {message.DecidedAt.UnixMilliseconds} {string.Join(' ', message.Codes)}");
            _people[message.Customer].Messages.Add((message.CauseEventId, message.Id));
        }
    }

    /// <inheritdoc/>
    public void Take(DeadLetter letter) => throw new InvalidOperationException("Nothing is dead.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Odd milliseconds: no event at the very moment at which quiet hours begin or end.</summary>
    private void Plan(Person person, long now)
    {
        var time = now + (person.Random.NextInt64(6 * Hour) * 2) + 1 + (now % 2);
        _next.Enqueue(person, (time, person.Number));
    }

    /// <summary>Messages of different customers that wake at the same time are judged in the order of their keys.</summary>
    private void PassTo(long time)
    {
        while (_wakes.Count > 0 && _wakes.Min.WakesAt <= time)
        {
            var (wakesAt, customer) = _wakes.Min;
            _people[customer].Gates.Wake(wakesAt);
            Watch(_people[customer]);
        }
    }

    private void Watch(Person person)
    {
        if (person.WatchedAt is { } before)
        {
            _wakes.Remove((before, person.Key));
        }

        person.WatchedAt = person.Gates.WakesAt;
        if (person.WatchedAt is { } wakesAt)
        {
            _wakes.Add((wakesAt, person.Key));
        }
    }

    private void Do(Person person, long now)
    {
        var (random, id) = (person.Random, $"e{person.Events}");
        var kind = person.Events == 0 ? "consent" : Kinds[random.Next(Kinds.Length)];
        var given = person.Events == 0 || random.Next(4) > 0;
        person.Events++;
        Event = new();
        Event.Begin(_plan.Catalogue.Find(kind)!, person.Key, person.Identifier, id, new(now));
        Set("given", Value.Of(given));
        Set("message", Value.Of("none"));
        switch (kind)
        {
            case "view":
                person.Gates.Candidate("seen", id, now);
                break;
            case "cart":
                person.Gates.Candidate("left", id, now);
                break;
            case "consent":
                person.Gates.Consent(given);
                break;
            case "complaint" or "solved":
                person.Gates.Complaint(kind == "complaint");
                break;
            case "message.failed" when person.Messages.Count > 0:
                var (cause, message) = person.Messages[random.Next(person.Messages.Count)];
                Set("message", Value.Of(message));
                Failed.Add(message);
                person.Gates.Failed(cause);
                break;
        }
    }

    private void Set(string field, Value value)
    {
        if (Event.EventType.Record.Find(field) is { } found)
        {
            Event.Set(found.Ordinal, value);
        }
    }

    /// <summary>One customer.</summary>
    private sealed class Person
    {
        internal Person(int number, NaiveStock stock)
        {
            (Number, Random, Identifier, Gates) = (number, new(number), new("user", $"u{number}"), new(stock));
            Key = KeySecret.ForFiles.KeyOf(Identifier);
        }

        internal int Number { get; }

        internal Random Random { get; }

        internal Identifier Identifier { get; }

        internal CustomerKey Key { get; }

        internal NaiveGates Gates { get; }

        internal int Events { get; set; }

        internal long? WatchedAt { get; set; }

        internal List<(string Cause, string Id)> Messages { get; } = [];
    }
}
