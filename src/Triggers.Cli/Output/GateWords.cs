namespace Triggers.Cli.Output;

/// <summary>A gate for people who have not read its definition.</summary>
/// <param name="Asks">What it asks, in a few words.</param>
/// <param name="Passes">When it would have let a message through that it refused, behind "if"; null: nothing would have changed that.</param>
public sealed record GateWords(string Asks, string? Passes)
{
    private static readonly Dictionary<string, GateWords> Known = new(StringComparer.Ordinal)
    {
        ["again"] = new("too soon again?", "the trigger's last message had been longer ago; its `again` says how long"),
        ["stale"] = new("still the right moment?", "it had been decided sooner after its moment, or the trigger's `stale` were longer"),
        ["if"] = new("does its `if` hold?", "the condition had held when the wait was over"),
        ["consent"] = new("is it wanted?", "the customer had asked for such messages on one of the trigger's channels, and not taken it back"),
        ["complaint"] = new("is a complaint open?", "the complaint had been closed before"),
        ["eligibility"] = new("may they get the offer?", "one of the trigger's offers had been open to this customer then: see `eligible`, `valid` and `limit` of the offers"),
        ["collect"] = new("others to compete with?", null),
        ["exclusivity"] = new("did another go first?", "the other trigger had not gone first; of one moment the greater `priority` does"),
        ["address"] = new("is there an address?", "the customer had an address on one of the trigger's channels"),
        ["reply-window"] = new("is the channel open?", "the customer had written there shortly before, or could be reached on another of the trigger's channels"),
        ["cap"] = new("had enough already?", "fewer messages had gone out before it, or the cap allowed more"),
        ["budget"] = new("is there money left?", "the budget had had enough left"),
        ["codes"] = new("is there a code left?", "the pool had had a code left"),
        ["quiet-hours"] = new("is it quiet there?", null),
        ["expires"] = new("too old by then?", "the wait had been shorter, or the trigger's `expires` were longer"),
        ["content"] = new("can it be written?", "the text could be written: with a `default` for what is missing, and within the `limits` of the channel"),
        ["hold-out"] = new("held out, to compare?", null),
        ["until"] = new("ended while it was held?", null),
        ["crowd"] = new("do too many wait?", "fewer runs of the customer had been under way or held"),
    };

    /// <summary>All gates that have words.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The words of a gate; of one that is not known none.</summary>
    public static GateWords Of(string gate) => Known.GetValueOrDefault(gate) ?? new("", null);

    /// <summary>What the gate of a refusal would have needed: a sentence.</summary>
    public static string Remedy(string gate) => Of(gate).Passes is { } passes ? $"It would have passed if {passes}."
        : gate == "hold-out" ? "Nothing would have changed that: chance chose the customer once and for all, so that one sees what the messages bring."
        : "";

    /// <summary>What a gate saw and against what, in words.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="passed">Whether it let the message through.</param>
    /// <param name="input">As the decision has it; null: nothing.</param>
    /// <param name="limit">As the decision has it; null: nothing.</param>
    public static string Facts(string gate, bool passed, string? input, string? limit) => (gate, input, limit) switch
    {
        (_, null, null) => "",
        ("again", null, { } allowed) => $"`again: {allowed}`",
        ("again", _, { } from) => $"the next one from {from} on",
        ("stale", { } due, { } latest) => $"due {due}, at the latest {latest}",
        ("if", { } value, { } condition) => $"`{condition}` is {value}",
        ("consent", { } said, { } purpose) => $"{said}, for `{purpose}`",
        ("eligibility", { } offers, null) when !passed => $"offers: {offers}",
        ("collect", _, { } end) => $"until {end}",
        ("exclusivity", { } winner, { } group) => $"{winner}, of the group {group}",
        ("address", null, { } source) => $"`{source}` is not known",
        ("reply-window", { } messages, { } window) => $"{messages}; {window}",
        ("cap", { } count, { } name) when passed => $"{count} so far, room under `{name}`",
        ("cap", { } count, { } name) => $"{count} so far, under `{name}`",
        ("budget", { } booked, { } budget) => $"{booked} booked so far, of {budget}",
        ("codes", { } left, { } pool) => $"{left} of the pool {pool}",
        ("quiet-hours", _, { } end) => $"until {end}",
        ("expires", { } wake, { } end) => $"would wait until {wake}, expires {end}",
        ("content", { } part, { } locale) => $"`{part}` in {locale}",
        ("hold-out", { } lot, { } below) => $"drew {lot} of 10000; below {below} nothing is sent",
        ("until", { } by, _) => $"{by} came",
        ("crowd", { } waiting, { } most) => $"{waiting} wait, {most} at most",
        _ => string.Join("; ", new[] { input, limit }.OfType<string>()),
    };
}
