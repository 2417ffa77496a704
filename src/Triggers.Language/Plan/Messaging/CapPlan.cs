namespace Triggers.Language.Plan.Messaging;

/// <summary>At most so many messages to one customer. All caps hold together.</summary>
/// <param name="Name">Its label, or how it reads: <c>2 in 7d</c>.</param>
/// <param name="Channels">Only on these; null: on all.</param>
/// <param name="Purposes">Only of these; null: of all.</param>
/// <param name="Tags">Only with one of these; null: with any and without.</param>
/// <param name="Allowance">How many, in which time; always a window.</param>
/// <param name="Then">What happens to one more.</param>
/// <param name="DeferFor">How long one more is held at most; zero unless it is deferred.</param>
public sealed record CapPlan(
    string Name,
    IReadOnlySet<string>? Channels,
    IReadOnlySet<string>? Purposes,
    IReadOnlySet<string>? Tags,
    AllowancePlan Allowance,
    CapOutcome Then,
    TimeSpan DeferFor)
{
    /// <summary>Whether a message of this kind counts and is counted here.</summary>
    public bool Covers(string channel, string purpose, IReadOnlyList<string> tags)
    {
        if (Channels?.Contains(channel) == false || Purposes?.Contains(purpose) == false)
        {
            return false;
        }

        if (Tags is null)
        {
            return true;
        }

        for (var i = 0; i < tags.Count; i++)
        {
            if (Tags.Contains(tags[i]))
            {
                return true;
            }
        }

        return false;
    }
}
