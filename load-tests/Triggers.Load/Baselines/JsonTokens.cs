using System.Text.Json;

namespace Triggers.Load.Baselines;

/// <summary>The least that reading JSON costs in .NET: <see cref="Utf8JsonReader"/> goes over every token and keeps nothing.</summary>
internal static class JsonTokens
{
    /// <summary>Reads the events from <paramref name="from"/> up to, without, <paramref name="to"/>; the number of tokens, so that nothing is left out as unused.</summary>
    internal static long Read(LoadEvents events, int from, int to)
    {
        var tokens = 0L;
        for (var i = from; i < to; i++)
        {
            var reader = new Utf8JsonReader(events[i]);
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens;
    }
}
