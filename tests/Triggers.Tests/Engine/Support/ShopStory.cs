using System.Globalization;
using Triggers.Engine;
using Triggers.Engine.Portraits;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;
using Triggers.Tests.Support;

namespace Triggers.Tests.Engine.Support;

/// <summary>
/// What happens to Ann in a shop whose rules are written as a marketer writes them, as lines of text. The clock runs: timers fire at their deadlines before the next event. After
/// every step her state goes through its blob and back. Times are UTC, <c>10:00</c> (of the day of the time before), <c>01-06 10:00</c> (of 2026) or <c>2028-02-29 10:00</c>.
/// </summary>
internal sealed class ShopStory
{
    private const string Shop =
        """
        === workspace.yaml
        name: shop
        zone: Europe/Berlin
        customer_zone: customer.zone
        currency: EUR
        === events.yaml
        types: { item: { sku: string, price: money } }
        events:
          cart.updated: { from: clicks, fields: { cart: string, value: money } }
          order.placed: { from: clicks, fields: { order: string?, value: money?, score: double?, items: int?, sku: string? } }
          product.viewed: { from: clicks, fields: { sku: string?, category: string?, vip: bool? } }
          page.viewed: { from: clicks, fields: { page: string? } }
          call.made: { from: clicks, fields: { minutes: int? }, lateness: 10m }
          profile.changed: { from: clicks, fields: { email: string?, birthday: string?, zone: string?, points: int? } }
        === traits.yaml
        traits:
          zone: { latest: profile.changed.zone }
          points: { latest: profile.changed.points }
          birthday: { latest: profile.changed.birthday }
          email: { latest: profile.changed.email }
        TRAITS
        === channels.yaml
        channels:
          push: { address: customer.id }
          email: { address: customer.email }
        === offers/gift.yaml
        offer: gift
        label: A gift

        """;

    private readonly List<string> _lines = [];
    private readonly StepOutput _output = new();
    private WorkspacePlan _plan = null!;
    private CustomerEngine _engine = null!;
    private int _events;

    private ShopStory(string rules, CustomerState? state = null)
    {
        State = state ?? new(Support.Shop.AnnKey);
        Publish(rules);
    }

    public CustomerState State { get; private set; }

    /// <summary>The rules in force.</summary>
    public WorkspacePlan Plan => _plan;

    /// <summary>Everything told so far.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>The time of the last step.</summary>
    public Timestamp Now { get; private set; } = Read("2026-01-05 00:00", default);

    /// <summary>How Ann looks now.</summary>
    public CustomerPortrait Portrait => CustomerPortrait.Of(_plan, State, Now);

    /// <summary>What is kept about Ann, one fact a line.</summary>
    public IEnumerable<string> Facts => StateText.Describe(State, _plan).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Traits in the form of <c>traits.yaml</c>, one a line.</summary>
    public static ShopStory OfTraits(string traits) => new($"=== traits\n{traits}\n");

    /// <summary>Other files: <c>=== traits</c> adds to <c>traits.yaml</c>; the rest is as in a workspace. In triggers, SEND stands for what they all send.</summary>
    public static ShopStory Of(string rules, CustomerState? known = null) => new(rules, known);

    /// <summary>Other rules are in force from now on.</summary>
    public ShopStory Publish(string rules)
    {
        const string traits = "=== traits\n";
        rules = rules.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var added = "";
        if (rules.StartsWith(traits, StringComparison.Ordinal))
        {
            var end = rules.IndexOf("=== ", traits.Length, StringComparison.Ordinal);
            added = string.Concat(rules[traits.Length..(end < 0 ? rules.Length : end)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
            rules = end < 0 ? "" : rules[end..];
        }

        rules = rules.Replace("SEND", "send: { purpose: offer, offer: gift, channels: [push] }", StringComparison.Ordinal);
        _plan = Workspaces.Text(Shop.ReplaceLineEndings("\n").Replace("TRAITS\n", added, StringComparison.Ordinal) + rules).Plan();
        _engine = new(_plan);
        return this;
    }

    /// <summary>An event, as <c>order.placed value=80 order=o1</c>; it reaches the log at <paramref name="log"/>, or when it happens.</summary>
    public ShopStory On(string time, string happened, string? log = null)
    {
        var at = Read(time, Now);
        var now = Timestamp.Max(Now, log is null ? at : Read(log, Now));
        RunTo(now);
        return Take(At(at, happened), now, happened);
    }

    /// <summary>The same event again and again, so long apart.</summary>
    public ShopStory Repeat(int times, TimeSpan apart, string happened)
    {
        for (var i = 0; i < times; i++)
        {
            Now += apart;
            Take(At(Now, happened), Now, null);
        }

        return this;
    }

    /// <summary>The clock runs on, and timers fire at their deadlines.</summary>
    public ShopStory Until(string time)
    {
        RunTo(Read(time, Now));
        return this;
    }

    /// <summary>Nothing fires before this time: an outage ends.</summary>
    public ShopStory OutageUntil(string time)
    {
        Now = Read(time, Now);
        while (State.NextDeadline <= Now)
        {
            Step(new(null, Now, 1), "clock");
        }

        return this;
    }

    /// <summary>What a trait says now.</summary>
    public string Says(string trait) => ValueText.Write(Portrait.Traits.Single(t => t.Name == trait).Value);

    private ShopStory Take(CustomerEvent happened, Timestamp now, string? title)
    {
        Now = now;
        Step(new(happened, now, 0), title);
        return this;
    }

    private void RunTo(Timestamp time)
    {
        while (State.NextDeadline <= time)
        {
            Now = State.NextDeadline;
            Step(new(null, Now, 1), "clock");
        }

        Now = Timestamp.Max(Now, time);
    }

    private void Step(StepInput input, string? title)
    {
        _output.Clear();
        _engine.Step(State, input, _output);
        State = StateCodec.Decode(State.Customer, StateCodec.Encode(State));
        if (title is null)
        {
            return;
        }

        var fate = _output.Fate is EventFate.None or EventFate.Applied ? "" : $" ({_output.Fate.ToString().ToLowerInvariant()})";
        _lines.Add($"{Write(Now)} {title}{fate}");
        _lines.AddRange(_output.Memberships.Select(change => $"  {(change.Entered ? "enters" : "leaves")} {change.Membership.Name}"));
        _lines.AddRange(_output.Runs.Where(run => run.Kind != RunChangeKind.Fired).Select(run => $"  {run.Kind.ToString().ToLowerInvariant()} {run.Trigger}{InBrackets(run.Key)}"));
        _lines.AddRange(_output.Decisions.Select(decision => $"  {decision.Trigger}{InBrackets(decision.RunKey)} {(decision.Outcome == Outcome.Sent ? "sent" : $"refused by {decision.Gate}")}"));
    }

    private CustomerEvent At(Timestamp time, string happened)
    {
        var words = happened.Split(' ');
        var type = _plan.Catalogue.Find(words[0]) ?? throw new ArgumentException($"There is no event {words[0]}.", nameof(happened));
        var made = new CustomerEvent();
        made.Begin(type, Support.Shop.AnnKey, Support.Shop.Ann, $"e{++_events}", time);
        foreach (var (name, text) in words.Skip(1).Select(word => word.Split('=')).Select(pair => (pair[0], pair[1])))
        {
            var field = Support.Shop.Field(type, name);
            made.Set(field.Ordinal, field.Type.Kind switch
            {
                DataTypeKind.Int => Value.Of(long.Parse(text, CultureInfo.InvariantCulture)),
                DataTypeKind.Double => Value.Of(double.Parse(text, CultureInfo.InvariantCulture)),
                DataTypeKind.Money => Value.Of(new Money(decimal.Parse(text, CultureInfo.InvariantCulture), "EUR")),
                DataTypeKind.Bool => Value.Of(bool.Parse(text)),
                _ => Value.Of(text),
            });
        }

        return made;
    }

    private static string InBrackets(string? key) => string.IsNullOrEmpty(key) ? "" : $"[{key}]";

    private static Timestamp Read(string text, Timestamp before)
    {
        var full = text.Split('-').Length switch
        {
            1 => $"{DateTimeOffset.FromUnixTimeMilliseconds(before.UnixMilliseconds):yyyy-MM-dd} {text}",
            2 => $"2026-{text}",
            _ => text,
        };
        return Timestamp.From(DateTimeOffset.Parse(full, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
    }

    private static string Write(Timestamp time)
    {
        var text = DateTimeOffset.FromUnixTimeMilliseconds(time.UnixMilliseconds).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        text = text.EndsWith(":00.000", StringComparison.Ordinal) ? text[..^7] : text.EndsWith(".000", StringComparison.Ordinal) ? text[..^4] : text;
        return text.StartsWith("2026-", StringComparison.Ordinal) ? text[5..] : text;
    }
}
