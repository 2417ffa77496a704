namespace Triggers.Load.Table;

/// <summary>Cuts events into a warm-up, the first third, and rounds of equal length behind it.</summary>
internal sealed class Stretches(LoadEvents events)
{
    /// <summary>Number of rounds: odd, so that there is a middle one.</summary>
    internal const int Rounds = 9;

    /// <summary>The events that are cut.</summary>
    internal LoadEvents Events => events;

    /// <summary>Events of the warm-up, at the beginning.</summary>
    internal int WarmUp => events.Count / 3;

    /// <summary>Events of one round.</summary>
    internal int Length => (events.Count - WarmUp) / Rounds;

    /// <summary>First event of a round, from 0.</summary>
    internal int Begin(int round) => WarmUp + (round * Length);

    /// <summary>The event behind the last one of a round.</summary>
    internal int End(int round) => Begin(round) + Length;

    /// <summary>Nanoseconds an event costs when a round costs so many CPU seconds.</summary>
    internal double Nanoseconds(double seconds) => seconds / Length * 1e9;
}
