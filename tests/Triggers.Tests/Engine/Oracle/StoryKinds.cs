using System.Text.RegularExpressions;
using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Counts what stories reached: the kinds of lines, the gates, and under which kinds of rules.</summary>
internal sealed partial class StoryKinds
{
    private readonly SortedDictionary<string, long> _kinds = new(StringComparer.Ordinal);

    /// <summary>How often each kind came.</summary>
    public IReadOnlyDictionary<string, long> Kinds => _kinds;

    /// <summary>Counts one story.</summary>
    public void Count(Scenario scenario, CustomerStory story)
    {
        foreach (var line in story.Fates)
        {
            Add(line.Split(' ', ',')[0].ToLowerInvariant());
        }

        foreach (var line in story.Memberships)
        {
            Add(string.Join(' ', line.Split(' ').Take(2)).ToLowerInvariant());
        }

        foreach (var line in story.Runs)
        {
            Add(line.Split(' ')[0]);
        }

        var triggers = scenario.Acts.Where(a => a.Rules is not null).SelectMany(a => a.Rules!.Triggers).GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
        var traits = scenario.Acts[0].Rules!.Traits.ToDictionary(t => t.Name);
        foreach (var line in story.Decisions)
        {
            Count(line, triggers[line.Split(' ')[1]], traits);
        }
    }

    /// <summary>What should have come and came fewer than <paramref name="least"/> times.</summary>
    public IEnumerable<string> Missing(int least) => Expected().Where(kind => _kinds.GetValueOrDefault(kind) < least);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _kinds.Select(k => $"{k.Key} {k.Value}"));

    private static IEnumerable<string> Expected() =>
    [
        "applied", "duplicate", "late", "unused", "tick", "sent",
        "entered segment", "left segment", "entered stage", "left stage", "entered crossing", "left crossing",
        "started", "restarted", "ended", "advanced", "expired", "fired", "notagain", "orphaned",
        "refused by again", "refused by stale", "refused by if", "refused by address",
        .. Enum.GetNames<TraitKind>().SelectMany(kind => new[] { $"shows {kind}", $"shows {kind} in a window" }).Except(["shows Dwell in a window", "shows PathLength in a window"]),
        .. Enum.GetNames<TraitKind>().Where(k => Enum.Parse<TraitKind>(k) <= TraitKind.Max).Select(kind => $"shows {kind} by a key"),
        .. Enum.GetNames<StepKind>().Select(kind => $"past {kind}"), "past each", "past at_least", "past strict", "past a named step",
        .. Enum.GetNames<AgainPolicy>().Select(policy => $"sent with {policy}"), "sent with times", "sent with a key",
    ];

    private void Count(string decision, NaiveTrigger trigger, Dictionary<string, NaiveTrait> traits)
    {
        Add(Refusal().Match(decision) is { Success: true } refused ? refused.Value : "sent");
        Add("past each", trigger.Steps.Any(s => s.IsEach));
        Add("past at_least", trigger.Steps.Any(s => s.AtLeast > 1));
        Add("past strict", trigger.Steps.Any(s => s is { IsStrict: true, Kind: StepKind.Event }));
        Add("past a named step", trigger.Steps.Any(s => s.Where?.Text.Contains("step", StringComparison.Ordinal) == true));
        foreach (var kind in trigger.Steps.Skip(1).Select(s => s.Kind).Distinct())
        {
            Add($"past {kind}");
        }

        if (Shown().Match(decision) is { Success: true } shown)
        {
            var trait = traits[shown.Groups[1].Value];
            Add($"shows {trait.Kind}", trait is { Window: null, By: null });
            Add($"shows {trait.Kind} in a window", trait.Window is not null);
            Add($"shows {trait.Kind} by a key", trait.By is not null);
        }

        if (decision.Contains(" sent on ", StringComparison.Ordinal))
        {
            Add($"sent with {trigger.Again?.Policy}", trigger.Again is not null);
            Add("sent with times", trigger.Times is not null);
            Add("sent with a key", trigger.Key is not null);
        }
    }

    private void Add(string kind, bool isReached = true)
    {
        if (isReached)
        {
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        }
    }

    [GeneratedRegex("refused by \\w+$")]
    private static partial Regex Refusal();

    [GeneratedRegex(" sent on show-(\\w+) ")]
    private static partial Regex Shown();
}
