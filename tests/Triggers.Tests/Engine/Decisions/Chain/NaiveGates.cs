namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// The gates of <see cref="GateOracleTests"/> for one customer once more, written from their description and not from their code: slow, without windows that look ahead, without a
/// calendar (in January Berlin is one hour ahead of UTC). Times are milliseconds.
/// </summary>
internal sealed class NaiveGates(NaiveStock stock)
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private readonly List<(long At, string Id)> _places = [];
    private readonly List<Held> _held = [];
    private readonly Dictionary<string, (string Trigger, long At)> _paid = [];
    private bool _agreed;
    private bool _complains;

    /// <summary>What went out: trigger, cause, time and code.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>When the first held messages wake; null: none is held.</summary>
    public long? WakesAt => _held.Count == 0 ? null : _held.Min(held => held.WakeAt);

    /// <summary>1 January 1970 was a Thursday; weeks begin on Monday.</summary>
    public static long Week(long at) => (at + Hour + (3 * Day)) / (7 * Day);

    /// <summary>Number of the day.</summary>
    public static long DayOf(long at) => (at + Hour) / Day;

    /// <summary>The messages that wake at this time are judged again, all of them at once.</summary>
    public void Wake(long now)
    {
        var awake = _held.Where(held => held.WakeAt == now).ToList();
        awake.ForEach(Release);
        awake.ForEach(held => Candidate(held.Trigger, held.Id, now));
    }

    /// <summary>A trigger asks for a message. Offers are promotion, count and bring a code, care does not.</summary>
    public void Candidate(string trigger, string id, long now)
    {
        if (IsForbidden(trigger))
        {
            return;
        }

        var planned = IsQuiet(now) ? Morning(now) : now;
        var isOffer = trigger == "seen";
        if ((isOffer && !HasRoom(planned)) || !stock.Pays(trigger, planned))
        {
            return;
        }

        int? code = null;
        if (isOffer)
        {
            code = stock.Draw();
            if (code is null)
            {
                return;
            }

            _places.Add((planned, id));
        }

        stock.Book(trigger, planned);
        _paid[id] = (trigger, planned);
        if (planned == now)
        {
            Sent.Add($"{trigger} {id} {now} {code}");
        }
        else
        {
            _held.Add(new(trigger, id, planned, code));
        }
    }

    /// <summary>Consent is given or withdrawn.</summary>
    public void Consent(bool given)
    {
        _agreed = given;
        Forget();
    }

    /// <summary>A complaint is opened or closed.</summary>
    public void Complaint(bool open)
    {
        _complains = open;
        Forget();
    }

    /// <summary>A message was not delivered: it had no place and cost nothing, but its code is gone.</summary>
    public void Failed(string id)
    {
        if (_held.TrueForAll(held => held.Id != id))
        {
            _places.RemoveAll(place => place.Id == id);
            Refund(id);
        }
    }

    private void Forget() => _held.Where(held => IsForbidden(held.Trigger)).ToList().ForEach(Release);

    private void Release(Held held)
    {
        _held.Remove(held);
        _places.RemoveAll(place => place.Id == held.Id);
        Refund(held.Id);
        if (held.Code is { } code)
        {
            stock.PutBack(code);
        }
    }

    private void Refund(string id)
    {
        if (_paid.Remove(id, out var paid))
        {
            stock.Book(paid.Trigger, paid.At, -1);
        }
    }

    private bool IsForbidden(string trigger) => !_agreed || (_complains && trigger == "seen");

    /// <summary>At most two in any 24 hours, at most three in a week from Monday, once this one is among them.</summary>
    private bool HasRoom(long planned)
    {
        var all = _places.Select(place => place.At).Append(planned).ToList();
        var crowded = all.Any(end => end - Day < planned && planned <= end && all.Count(at => end - Day < at && at <= end) > 2);
        return !crowded && all.Count(at => Week(at) == Week(planned)) <= 3;
    }

    private static long OfDay(long at) => (at + Hour) % Day;

    private static bool IsQuiet(long at) => OfDay(at) >= 22 * Hour || OfDay(at) < 8 * Hour;

    private static long Morning(long at) => at - OfDay(at) + (8 * Hour) + (OfDay(at) >= 22 * Hour ? Day : 0);

    private sealed record Held(string Trigger, string Id, long WakeAt, int? Code);
}
