using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What the customer is in.</summary>
internal sealed class MembershipSet
{
    private Membership[] _in = [];
    private int _count;

    /// <summary>Ascending by id; valid until the next change.</summary>
    public ReadOnlySpan<Membership> All => _in.AsSpan(0, _count);

    /// <summary>Which conditions they were judged by; 0: none yet.</summary>
    public ulong Version { get; set; }

    /// <summary>When time alone may change one of them; never when it cannot.</summary>
    public Timestamp ChangesAt { get; set; } = Timestamp.Never;

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_count, Version, ChangesAt) = (0, 0, Timestamp.Never);

    /// <summary>True when the customer is in it.</summary>
    public bool Contains(StableId id) => Find(id) >= 0;

    /// <summary>Since when, or null.</summary>
    public Timestamp? SinceOf(StableId id) => Find(id) is var place and >= 0 ? _in[place].Since : null;

    /// <summary>Comes in; nothing happens when it is in already.</summary>
    public void Enter(StableId id, Timestamp at)
    {
        var place = ~Find(id);
        if (place < 0)
        {
            return;
        }

        if (_count == _in.Length)
        {
            Array.Resize(ref _in, Math.Max(2, _count * 2));
        }

        Array.Copy(_in, place, _in, place + 1, _count - place);
        _in[place] = new(id, at);
        _count++;
    }

    /// <summary>Goes out.</summary>
    public void Leave(StableId id)
    {
        var place = Find(id);
        if (place >= 0)
        {
            _count--;
            Array.Copy(_in, place + 1, _in, place, _count - place);
        }
    }

    private int Find(StableId id)
    {
        var place = 0;
        while (place < _count && _in[place].Id.Value < id.Value)
        {
            place++;
        }

        return place < _count && _in[place].Id == id ? place : ~place;
    }
}
