namespace Triggers.Tests.Engine.Patterns;

/// <summary>A vector in the product's own language, or why it is left out.</summary>
/// <param name="Id">Id of the vector.</param>
/// <param name="When">What stands below <c>when:</c>; null: left out.</param>
/// <param name="Why">Why it is left out; of a claimed one what is worth knowing.</param>
internal sealed record PatternClaim(string Id, string? When, string Why)
{
    private const string Combinations = "one match for every combination of events; a customer gets one message for a match that does not overlap";
    private const string Loop = "one match for every length of a loop; `at_least` goes on when it has enough";
    private const string NoStart = "begins with an absence that nothing precedes: per customer nobody is watching before the first event";
    private const string Optional = "an optional step; written as two triggers";

    /// <summary>Every vector of the suite, in its order.</summary>
    public static IReadOnlyList<PatternClaim> All { get; } =
    [
        new("flink-doc-contiguity-strict", "{ steps: [{ event: a }, { event: b, strict: true }] }", ""),
        new("flink-doc-contiguity-any", "{ steps: [{ event: a }, { event: b, each: true }] }", ""),
        new("flink-doc-loop-relaxed", null, Combinations),
        new("flink-doc-consecutive-on", null, Loop),
        new("flink-doc-allowcombinations", null, Combinations),
        new("flink-doc-skip-SKIP_TO_NEXT", null, Loop),
        new("flink-doc-skip-SKIP_TO_FIRST[b]", null, Loop),
        new("flink-doc-skip2-NO_SKIP", null, Loop),
        new("flink-doc-skip3-NO_SKIP", null, Loop),
        new("flink-NotPattern-testNotNext", "{ steps: [{ event: a }, { not: b, strict: true }, { event: c, each: true }, { event: d }] }", ""),
        new("flink-NotPattern-testNotNextNoMatchesAtTheEnd", "{ steps: [{ event: a }, { event: c, each: true }, { event: d }, { not: b, strict: true, within: 1d }] }", ""),
        new("flink-NotPattern-testNotFollowedByBeforeOptional", null, Optional),
        new("flink-NotPattern-testNotFollowedByBeforeOptionalAtTheEnd", null, Optional),
        new("flink-NotPattern-testIgnoreStateOfTimesWithNotFollowedBy", null, Optional),
        new("siddhi-absent1", "{ steps: [{ name: e1, event: stream1, where: event.price > 20.0 }, { not: stream2, where: event.price > e1.price, within: 1s }] }", ""),
        new("siddhi-absent3", "{ steps: [{ name: e1, event: stream1, where: event.price > 20.0 }, { not: stream2, where: event.price > e1.price, within: 1s }] }", ""),
        new("siddhi-absent5", null, NoStart),
        new("siddhi-absent7", null, NoStart),
        new("siddhi-absent9", "{ steps: [{ event: stream1, where: event.price > 10.0 }, { event: stream2, where: event.price > 20.0 }, { not: stream3, where: event.price > 30.0, within: 1s }] }", ""),
        new("esper-manual-every-(A->B)", "{ steps: [{ event: a }, { event: b }], repeat: ignore }", "`repeat: ignore`"),
        new("esper-manual-A->every-B", "{ steps: [{ event: a }, { event: b, each: true }], repeat: ignore }", "`repeat: ignore`: the first A alone"),
        new("esper-manual-restart", "{ steps: [{ event: a }, { event: b }] }", "`repeat: restart`, the default"),
        new("esper-PatternEveryAndNot", "{ silence: { of: e, for: 6s } }", ""),
    ];
}
