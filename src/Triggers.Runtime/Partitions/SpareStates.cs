using Triggers.Engine.State;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// States to use again, by the room they have: a customer is given one of the room their state needs, or in time all would grow to that of the busiest. Not thread-safe.
/// </summary>
internal sealed class SpareStates
{
    private const int LeastRoom = 512;

    // What steps add stands behind the blob until the state is written, and who has a long one has many events.
    private const int RoomForBlob = 4;

    private readonly Stack<CustomerState>[] _bySize = [new(), new(), new(), new(), new()];

    /// <summary>Keeps a state that nobody works on any more.</summary>
    public void Add(CustomerState state) => _bySize[SizeOf(state.Room)].Push(state);

    /// <summary>A state for a blob of this length, if there is any: of the size it needs, else of the next larger, else of the next smaller.</summary>
    public CustomerState? Take(int blobLength)
    {
        var wanted = SizeOf(RoomForBlob * blobLength);
        for (var i = 0; i < _bySize.Length; i++)
        {
            var size = wanted + i < _bySize.Length ? wanted + i : _bySize.Length - 1 - i;
            if (_bySize[size].TryPop(out var state))
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The largest size that so much room is enough for.</summary>
    private int SizeOf(int room)
    {
        var size = 0;
        while (size < _bySize.Length - 1 && room >= LeastRoom << (size + 1))
        {
            size++;
        }

        return size;
    }
}
