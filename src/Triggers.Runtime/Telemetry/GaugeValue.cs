namespace Triggers.Runtime.Telemetry;

/// <summary>One value of a gauge.</summary>
/// <param name="Value">In the gauge's unit.</param>
/// <param name="Labels">Names and values, always the same names in the same order; few different values.</param>
public readonly record struct GaugeValue(double Value, params KeyValuePair<string, object?>[] Labels);
