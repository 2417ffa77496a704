using System.Diagnostics.Metrics;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Reads a source and says good-bye to label sets that it does not give any more: a partition that went to another process would else be told for ever with its last value. Good-bye is
/// the value NaN, which an exposition leaves out. Thread-safe.
/// </summary>
internal sealed class GaugeSeries(IGaugeSource source)
{
    private readonly Lock _lock = new();
    private Dictionary<string, KeyValuePair<string, object?>[]> _told = [];

    /// <summary>The values now, and NaN for those that went since the last call.</summary>
    public IReadOnlyList<Measurement<double>> Read()
    {
        lock (_lock)
        {
            var told = new Dictionary<string, KeyValuePair<string, object?>[]>(StringComparer.Ordinal);
            var measured = new List<Measurement<double>>();
            foreach (var value in source.Read())
            {
                measured.Add(new(value.Value, value.Labels));
                told[string.Join(',', value.Labels)] = value.Labels;
            }

            measured.AddRange(_told.Where(before => !told.ContainsKey(before.Key)).Select(gone => new Measurement<double>(double.NaN, gone.Value)));
            _told = told;
            return measured;
        }
    }
}
