using System.Diagnostics;
using System.Globalization;
using System.Text;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class TraceTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void A_trace_is_read_from_headers_and_written_to_headers()
    {
        var trace = TraceContext.Of([new("kind", "event"), new("traceparent", Parent), new("tracestate", "vendor=1")]);
        Assert.Equal(new TraceContext(Parent, "vendor=1"), trace);
        Assert.Equal([new("traceparent", Parent), new("tracestate", "vendor=1")], trace!.Headers);
        Assert.Null(TraceContext.Of([new("kind", "event")]));
        Assert.Null(TraceContext.Of([new("traceparent", new string('0', 600))]));
    }

    [Fact]
    public void A_traced_event_is_remembered_by_customer_and_id_until_newer_ones_take_its_place()
    {
        var traces = new EventTraces(2);
        var customer = CustomerKey.Read(new byte[CustomerKey.ByteLength]);
        for (var i = 1; i <= 3; i++)
        {
            traces.Remember(Record(customer, $"{{\"type\":\"x\",\"fields\":{{\"id\":\"no\"}},\"id\":\"e{i}\"}}") with { Trace = new(Parent + i.ToString(CultureInfo.InvariantCulture), null) });
        }

        traces.Remember(Record(customer, "{\"id\":\"untraced\"}"));
        traces.Remember(Record(customer, "no JSON") with { Trace = new(Parent, null) });
        Assert.Null(traces.Find(customer, "e1"));
        Assert.Equal(Parent + "3", traces.Find(customer, "e3")?.Parent);
        Assert.Null(traces.Find(CustomerKey.Read(Enumerable.Repeat((byte)1, CustomerKey.ByteLength).ToArray()), "e3"));
        Assert.Null(traces.Find(customer, "untraced"));
    }

    [Fact]
    public void A_span_is_a_child_of_the_source_s_span_and_what_goes_on_is_its_child()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Traces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        var context = new TraceContext(Parent, "vendor=1");
        using (var span = Traces.Begin("test", ActivityKind.Consumer, context))
        {
            Assert.Equal("b7ad6b7169203331", span!.ParentSpanId.ToHexString());
            Assert.Equal(new($"00-0af7651916cd43dd8448eb211c80319c-{span.SpanId.ToHexString()}-01", "vendor=1"), Traces.HandOn(span, context));
        }

        Assert.Null(Traces.Begin("test", ActivityKind.Consumer, context with { Parent = Parent[..^1] + "0" }));
        Assert.Null(Traces.Begin("test", ActivityKind.Consumer, new("not a traceparent", null)));
        Assert.Equal(context, Traces.HandOn(null, context));
    }

    private static LogRecord Record(CustomerKey customer, string body) => new(RecordKind.Event, 0, 0, default, customer, Encoding.UTF8.GetBytes(body));
}
