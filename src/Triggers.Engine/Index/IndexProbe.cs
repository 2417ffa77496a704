namespace Triggers.Engine.Index;

/// <summary>What one thread knows of the event it is matching: fields read and predicates decided, each at most once. Grows to the largest type.</summary>
internal sealed class IndexProbe
{
    private FieldReading[] _readings = [];
    private PredicateWord[] _words = [];
    private uint _event;

    /// <summary>Starts an event of a type with so many fields and words.</summary>
    public void Begin(int fields, int words)
    {
        if (_readings.Length < fields)
        {
            _readings = new FieldReading[fields];
        }

        if (_words.Length < words)
        {
            _words = new PredicateWord[words];
        }

        _readings.AsSpan(0, fields).Clear();
        if (++_event == 0)
        {
            // After 2^32 events words of the first ones would seem to be of this one.
            Array.Clear(_words);
            _event = 1;
        }
    }

    /// <summary>A field by position; unread at first.</summary>
    public ref FieldReading Reading(int field) => ref _readings[field];

    /// <summary>A word by number; nothing is known at first.</summary>
    public ref PredicateWord Word(int number)
    {
        ref var word = ref _words[number];
        if (word.Event != _event)
        {
            word = new() { Event = _event };
        }

        return ref word;
    }
}
