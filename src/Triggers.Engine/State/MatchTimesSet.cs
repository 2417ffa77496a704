using System.Runtime.InteropServices;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>The start times of one customer that <c>times:</c> counts, ascending by trigger id and key.</summary>
internal sealed class MatchTimesSet(StateHeap heap)
{
    /// <summary>Of a trigger so many keys are remembered; beyond, the key that nothing started for longest is forgotten.</summary>
    public const int MostKeys = 1_000;

    private MatchTimes[] _all = [];

    /// <summary>How many triggers and keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>One by position; valid until the next change.</summary>
    public ref MatchTimes this[int index] => ref _all[index];

    /// <summary>The times of one, ascending, in milliseconds since 1970; valid until the next change.</summary>
    public ReadOnlySpan<long> TimesOf(int index) => MemoryMarshal.Cast<byte, long>(heap[_all[index].Room])[.._all[index].Count];

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>
    /// Adds a time, and counts those in (time − window, time]. Of the times the newest <paramref name="keep"/> are kept that lie after <paramref name="now"/> − window.
    /// </summary>
    public int Add(StableId trigger, ReadOnlySpan<byte> key, long time, long now, long window, int keep)
    {
        if (time <= now - window)
        {
            return 0;
        }

        ref var times = ref GetOrAdd(trigger, key, keep);
        var room = MemoryMarshal.Cast<byte, long>(heap[times.Room]);
        Forget(ref times, room, now - window);
        if (times.Count == keep)
        {
            if (time < room[0])
            {
                return 0;
            }

            room[1..times.Count].CopyTo(room);
            times.Count--;
        }

        var place = times.Count;
        while (place > 0 && room[place - 1] > time)
        {
            room[place] = room[place - 1];
            place--;
        }

        room[place] = time;
        times.Count++;
        var count = 0;
        for (var i = place; i >= 0 && room[i] > time - window; i--)
        {
            count++;
        }

        for (var i = place + 1; i < times.Count && room[i] == time; i++)
        {
            count++;
        }

        return count;
    }

    /// <summary>Forgets the times of one up to <paramref name="expired"/>, inclusive; false when none is left.</summary>
    public bool Expire(int index, long expired)
    {
        ref var times = ref _all[index];
        Forget(ref times, MemoryMarshal.Cast<byte, long>(heap[times.Room]), expired);
        return times.Count > 0;
    }

    /// <summary>Adds one read from a blob and gives the room for its times.</summary>
    public Span<long> Append(StableId trigger, HeapRange key, int count)
    {
        EnsureRoom();
        _all[Count] = new() { Trigger = trigger, Key = key, Room = heap.Reserve(count * sizeof(long)), Count = count };
        return MemoryMarshal.Cast<byte, long>(heap[_all[Count++].Room]);
    }

    /// <summary>Removes one by position.</summary>
    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_all, index + 1, _all, index, Count - index);
    }

    private ref MatchTimes GetOrAdd(StableId trigger, ReadOnlySpan<byte> key, int keep)
    {
        var place = Find(trigger, key);
        if (place < 0)
        {
            place = key.IsEmpty ? ~place : PlaceAmongKeys(trigger, key, ~place);
            EnsureRoom();
            Array.Copy(_all, place, _all, place + 1, Count - place);
            _all[place] = new() { Trigger = trigger, Key = heap.Add(key) };
            Count++;
        }

        ref var times = ref _all[place];
        if (times.Room.Length < keep * sizeof(long))
        {
            var (old, count) = (times.Room, times.Count);
            var room = heap.Reserve(keep * sizeof(long));
            heap[old][..(count * sizeof(long))].CopyTo(heap[room]);
            times.Room = room;
        }

        // A version that counts fewer keeps the newest.
        if (times.Count > keep)
        {
            var room = MemoryMarshal.Cast<byte, long>(heap[times.Room]);
            room[(times.Count - keep)..times.Count].CopyTo(room);
            times.Count = keep;
        }

        return ref times;
    }

    /// <summary>Where a new key comes, after another has made room for it where there are too many.</summary>
    private int PlaceAmongKeys(StableId trigger, ReadOnlySpan<byte> key, int place)
    {
        var (first, end) = (FirstOf(trigger), FirstOf(new(trigger.Value + 1)));
        if (end - first < MostKeys)
        {
            return place;
        }

        RemoveAt(Oldest(first, end));
        return ~Find(trigger, key);
    }

    /// <summary>Position of the first of a trigger, or of what comes behind where it would be.</summary>
    private int FirstOf(StableId trigger)
    {
        var place = Find(trigger, []);
        return place < 0 ? ~place : place;
    }

    private int Oldest(int first, int end)
    {
        var (oldest, newestOfIt) = (first, long.MaxValue);
        for (var i = first; i < end; i++)
        {
            if ((TimesOf(i) is [.., var newest] ? newest : long.MinValue) is var last && last < newestOfIt)
            {
                (oldest, newestOfIt) = (i, last);
            }
        }

        return oldest;
    }

    private static void Forget(ref MatchTimes times, Span<long> room, long expired)
    {
        var forgotten = 0;
        while (forgotten < times.Count && room[forgotten] <= expired)
        {
            forgotten++;
        }

        if (forgotten > 0)
        {
            room[forgotten..times.Count].CopyTo(room);
            times.Count -= forgotten;
        }
    }

    private int Find(StableId trigger, ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = Compare(_all[middle], trigger, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private int Compare(in MatchTimes times, StableId trigger, ReadOnlySpan<byte> key)
    {
        var order = times.Trigger.Value.CompareTo(trigger.Value);
        return order != 0 ? order : heap[times.Key].SequenceCompareTo(key);
    }

    private void EnsureRoom()
    {
        if (Count == _all.Length)
        {
            Array.Resize(ref _all, Math.Max(1, Count * 2));
        }
    }
}
