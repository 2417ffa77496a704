using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Triggers.Hosting.Telemetry;

/// <summary>
/// Writes what the OpenTelemetry SDK aggregated in one of the two text forms. The SDK keeps a series for ever; one whose last value is NaN has said good-bye and is left out.
/// </summary>
internal sealed class ExpositionWriter : BaseExporter<Metric>
{
    private readonly StringBuilder _text = new();

    /// <summary>The form of the next collection.</summary>
    internal ExpositionForm Form { get; set; } = ExpositionForm.Text;

    /// <summary>Takes what was written since the last call.</summary>
    internal byte[] Take()
    {
        if (Form.IsOpen)
        {
            _text.Append("# EOF\n");
        }

        var written = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        return written;
    }

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            Write(metric);
        }

        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var name = new MetricName(metric.Name, metric.Unit, isCounter);
        var begin = _text.Length;
        Head(metric, name, isCounter);
        var end = _text.Length;
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType == MetricType.Histogram)
            {
                Histogram(name, point);
            }
            else if (ValueOf(metric.MetricType, point) is var value && !double.IsNaN(value))
            {
                Sample(name.Sample, point.Tags, null, value);
            }
        }

        if (_text.Length == end)
        {
            _text.Length = begin;
        }
    }

    private void Head(Metric metric, MetricName name, bool isCounter)
    {
        var family = Form.IsOpen ? name.Family : name.Sample;
        var type = isCounter ? "counter" : metric.MetricType == MetricType.Histogram ? "histogram" : "gauge";
        var described = metric.Description.TrimEnd('.');
        _text.Append("# HELP ").Append(family).Append(' ').Append(Escape(described, quotes: Form.IsOpen)).Append(". Unit: ").Append(name.Counted).Append(".\n");
        _text.Append("# TYPE ").Append(family).Append(' ').Append(type).Append('\n');
        if (Form.IsOpen && name.Unit is { } unit)
        {
            _text.Append("# UNIT ").Append(family).Append(' ').Append(unit).Append('\n');
        }
    }

    private void Histogram(MetricName name, in MetricPoint point)
    {
        var count = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            Sample(name.Family + "_bucket", point.Tags, bucket.ExplicitBound, count);
        }

        Sample(name.Family + "_sum", point.Tags, null, point.GetHistogramSum());
        Sample(name.Family + "_count", point.Tags, null, point.GetHistogramCount());
    }

    private void Sample(string name, in ReadOnlyTagCollection labels, double? bound, double value)
    {
        _text.Append(name);
        var mark = '{';
        foreach (var (label, labelled) in labels)
        {
            Label(ref mark, label.Replace('.', '_'), Convert.ToString(labelled, CultureInfo.InvariantCulture) ?? "");
        }

        if (bound is { } upper)
        {
            Label(ref mark, "le", Number(upper));
        }

        _text.Append(mark == '{' ? "" : "}").Append(' ').Append(Number(value)).Append('\n');
    }

    private void Label(ref char mark, string name, string value)
    {
        _text.Append(mark).Append(name).Append("=\"").Append(Escape(value, quotes: true)).Append('"');
        mark = ',';
    }

    private static double ValueOf(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
