using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>Room for the instants that a gate counts, used again for every candidate. Not thread-safe.</summary>
internal sealed class InstantBuffer
{
    private Timestamp[] _instants = new Timestamp[16];
    private int _count;

    /// <summary>What was added since it was emptied; valid until it is emptied again.</summary>
    public ReadOnlyMemory<Timestamp> Instants => _instants.AsMemory(0, _count);

    /// <summary>Empties it.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds an instant.</summary>
    public void Add(Timestamp at)
    {
        if (_count == _instants.Length)
        {
            Array.Resize(ref _instants, _count * 2);
        }

        _instants[_count++] = at;
    }
}
