using System.Diagnostics;
using Triggers.Model.Log;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Spans of traces that others began: a record without a trace gets none, so that sources decide what is traced. Without a listener nothing is recorded, and the trace is passed on as it came.
/// </summary>
public static class Traces
{
    /// <summary>Name of the source of spans, to be subscribed to.</summary>
    public const string SourceName = "Triggers";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a span as a child of <paramref name="context"/>; null: nobody listens, it is not sampled, or the context cannot be read. Dispose of it to end it.</summary>
    public static Activity? Begin(string name, ActivityKind kind, TraceContext context) =>
        Source.HasListeners() && ActivityContext.TryParse(context.Parent, context.State, isRemote: true, out var parent) ? Source.StartActivity(name, kind, parent) : null;

    /// <summary>The context to hand on: that of the span where there is one.</summary>
    public static TraceContext HandOn(Activity? span, TraceContext context) => span?.Id is { } id ? new(id, span.TraceStateString) : context;
}
