using System.Text;
using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Rules and what happens under them: one case of the properties.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Universe">What its rules are made of.</param>
/// <param name="Acts">What happens; the first one publishes rules.</param>
internal sealed record Scenario(int Seed, Universe Universe, IReadOnlyList<Act> Acts)
{
    /// <summary>Smaller ones of the same kind, the smallest first.</summary>
    public IEnumerable<Scenario> Shrink()
    {
        for (var size = (Acts.Count - 1) / 2; size > 0; size = size == 1 ? 0 : size / 2)
        {
            for (var at = 1; at < Acts.Count; at += size)
            {
                yield return this with { Acts = [.. Acts.Take(at), .. Acts.Skip(at + size)] };
            }
        }

        var versions = Acts.Where(a => a.Rules is not null).Select(a => a.Rules!).ToList();
        foreach (var name in versions.SelectMany(r => r.Triggers).Select(t => t.Name).Distinct())
        {
            yield return With(rules => new(rules.Version, rules.Traits, rules.Followed, [.. rules.Triggers.Where(t => t.Name != name)]));
            foreach (var change in Simpler)
            {
                if (versions.SelectMany(r => r.Triggers).Any(t => t.Name == name && !t.Equals(change(t))))
                {
                    yield return With(rules => new(rules.Version, rules.Traits, rules.Followed, [.. rules.Triggers.Select(t => t.Name == name ? change(t) : t)]));
                }
            }
        }

        foreach (var name in versions.SelectMany(r => r.Followed).Select(m => m.Name).Distinct())
        {
            yield return With(rules => rules.Triggers.Any(t => t.Membership?.Name == name)
                ? rules
                : new(rules.Version, rules.Traits, [.. rules.Followed.Where(m => m.Name != name)], rules.Triggers));
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder($"seed {Seed}; lateness {string.Join(", ", Universe.Lateness.Select(l => $"{l.Key} {(l.Value is { } late ? Clock.Length(late) : "any")}"))}\n");
        foreach (var act in Acts)
        {
            var when = act.AtDeadline is { } offset ? $"deadline {offset:+0;-0;+0} ms, or +{Clock.Length(act.Delta)}" : $"+{Clock.Length(act.Delta)}";
            var what = act.Rules is not null ? act.Rules.ToString()
                : act.Event is null ? $"tick, at most {act.Limit}"
                : (act.Event with { Time = act.Event.Time + Clock.Ten }).ToString().Replace(" of ", " of now ", StringComparison.Ordinal);
            text.Append(when).Append(": ").Append(what).Append('\n');
        }

        return text.ToString();
    }

    private static Func<NaiveTrigger, NaiveTrigger>[] Simpler { get; } =
    [
        t => t with { If = null },
        t => t.Until.Count == 0 ? t : t with { Until = [.. t.Until.Skip(1)] },
        t => t with { Again = null },
        t => t with { Stale = null },
        t => t with { Times = null },
        t => t.Until.Any(u => u.Key is not null) ? t : t with { Key = null },
        t => t.Channels.Count == 1 ? t : t with { Channels = [NaiveChannel.Push] },
        t => t.Steps.All(s => s.Where is null) ? t : t with { Steps = [.. t.Steps.Select(s => s with { Where = null })] },
        t => t.Steps.Count < 3 || t.Steps[^2] is { Kind: not StepKind.Event, Within: null } ? t : t with { Steps = [.. t.Steps.Take(t.Steps.Count - 1)] },
    ];

    private Scenario With(Func<NaiveRules, NaiveRules> change) => this with { Acts = [.. Acts.Select(a => a.Rules is null ? a : a with { Rules = change(a.Rules) })] };
}
