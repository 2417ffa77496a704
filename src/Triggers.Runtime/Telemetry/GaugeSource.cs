namespace Triggers.Runtime.Telemetry;

/// <summary>An <see cref="IGaugeSource"/> over a function.</summary>
/// <param name="name">Name of the instrument.</param>
/// <param name="unit">Unit in UCUM, or what is counted in braces.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="read">Gives the values now.</param>
public sealed class GaugeSource(string name, string unit, string description, Func<IEnumerable<GaugeValue>> read) : IGaugeSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Unit => unit;

    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public IEnumerable<GaugeValue> Read() => read();
}
