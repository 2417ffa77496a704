namespace Triggers.Load.Baselines;

/// <summary>A loop that was written by hand for the rules of one workload: no engine, no language, nothing that is not needed.</summary>
internal interface IHandWritten
{
    /// <summary>Parses and folds one event (JSON in UTF-8); outputs go to <paramref name="outputs"/>.</summary>
    void Take(ReadOnlySpan<byte> json, OutputHash outputs);
}
