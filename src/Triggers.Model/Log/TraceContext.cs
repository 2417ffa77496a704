namespace Triggers.Model.Log;

/// <summary>Which trace a record belongs to, as its headers say. Source: W3C Trace Context, level 1.</summary>
/// <param name="Parent">Header <c>traceparent</c>: version, trace id, span id and flags, as it was.</param>
/// <param name="State">Header <c>tracestate</c>; null: none.</param>
public sealed record TraceContext(string Parent, string? State)
{
    /// <summary>Name of the header of <see cref="Parent"/>.</summary>
    public const string ParentHeader = "traceparent";

    /// <summary>Name of the header of <see cref="State"/>.</summary>
    public const string StateHeader = "tracestate";

    /// <summary>Longer ones are not passed on: nobody who keeps to the standard writes them.</summary>
    private const int LengthMax = 512;

    /// <summary>The headers of a record of this trace.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => State is null ? [new(ParentHeader, Parent)] : [new(ParentHeader, Parent), new(StateHeader, State)];

    /// <summary>The trace that headers name; null: none.</summary>
    public static TraceContext? Of(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        string? parent = null;
        string? state = null;
        foreach (var (name, value) in headers)
        {
            if (name == ParentHeader)
            {
                parent = value;
            }
            else if (name == StateHeader)
            {
                state = value;
            }
        }

        return Of(parent, state);
    }

    /// <summary>The trace of two header values; null: there is none, or it is too long.</summary>
    public static TraceContext? Of(string? parent, string? state) =>
        parent is not { Length: > 0 and <= LengthMax } ? null : new(parent, state is { Length: > 0 and <= LengthMax } ? state : null);
}
