namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>
/// The gates of <see cref="GateOracleTests"/> once more, written from their description and not from their code: slow, without windows that look ahead, without a calendar (in January
/// Berlin is one hour ahead of UTC). Times are milliseconds.
/// </summary>
internal sealed class NaiveGates
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private readonly List<(long At, string Id)> _places = [];
    private readonly List<(string Trigger, string Id, long WakeAt)> _held = [];
    private bool _agreed;
    private bool _complains;

    /// <summary>What went out: trigger and time.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Lets time pass: held messages wake.</summary>
    public void Pass(long now)
    {
        while (_held.Where(held => held.WakeAt <= now).Select(held => (long?)held.WakeAt).Min() is { } wake)
        {
            var awake = _held.Where(held => held.WakeAt == wake).ToList();
            _held.RemoveAll(held => held.WakeAt == wake);
            awake.ForEach(held => _places.RemoveAll(place => place.Id == held.Id));
            awake.ForEach(held => Candidate(held.Trigger, held.Id, wake));
        }
    }

    /// <summary>A trigger asks for a message. Offers are promotion and count, care is not.</summary>
    public void Candidate(string trigger, string id, long now)
    {
        if (IsForbidden(trigger))
        {
            return;
        }

        var planned = IsQuiet(now) ? Morning(now) : now;
        if (trigger == "seen" && !HasRoom(planned))
        {
            return;
        }

        if (trigger == "seen")
        {
            _places.Add((planned, id));
        }

        if (planned == now)
        {
            Sent.Add($"{trigger} {id} {now}");
        }
        else
        {
            _held.Add((trigger, id, planned));
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

    /// <summary>A message was not delivered.</summary>
    public void Failed(string id) => _places.RemoveAll(place => place.Id == id && _held.TrueForAll(held => held.Id != id));

    private void Forget()
    {
        foreach (var held in _held.Where(held => IsForbidden(held.Trigger)).ToList())
        {
            _held.Remove(held);
            _places.RemoveAll(place => place.Id == held.Id);
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

    /// <summary>1 January 1970 was a Thursday.</summary>
    private static long Week(long at) => (at + Hour + (3 * Day)) / (7 * Day);

    private static long OfDay(long at) => (at + Hour) % Day;

    private static bool IsQuiet(long at) => OfDay(at) >= 22 * Hour || OfDay(at) < 8 * Hour;

    private static long Morning(long at) => at - OfDay(at) + (8 * Hour) + (OfDay(at) >= 22 * Hour ? Day : 0);
}
