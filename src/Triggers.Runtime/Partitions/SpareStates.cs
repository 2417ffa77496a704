using System.Numerics;
using Triggers.Engine.State;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// States to use again, by the room they have: a customer is given one of the room their state needs, or in time all would grow to that of the busiest. Not thread-safe.
/// </summary>
internal sealed class SpareStates
{
    private const int LeastRoom = 512;
    private const int Sizes = 5;

    // What steps add stands behind the blob until the state is written, and who has a long one has many events.
    private const int RoomForBlob = 4;

    private readonly Stack<CustomerState>[] _bySize = [new(), new(), new(), new(), new()];

    /// <summary>Keeps a state that nobody works on any more.</summary>
    public void Add(CustomerState state) => _bySize[Math.Min(BitOperations.Log2((uint)Math.Max(1, state.Room / LeastRoom)), Sizes - 1)].Push(state);

    /// <summary>A state for a blob of this length, if there is any: with enough room rather than with too little, and with no more than it takes.</summary>
    public CustomerState? Take(int blobLength)
    {
        var wanted = Math.Min(BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastRoom, RoomForBlob * blobLength)) / LeastRoom), Sizes - 1);
        for (var size = wanted; size < Sizes; size++)
        {
            if (_bySize[size].TryPop(out var state))
            {
                return state;
            }
        }

        for (var size = wanted - 1; size >= 0; size--)
        {
            if (_bySize[size].TryPop(out var state))
            {
                return state;
            }
        }

        return null;
    }
}
