using System.Globalization;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>On which channel, how often and when a message of a trigger may be delivered.</summary>
internal sealed class DeliveryPhrase(TriggerPlan trigger, WorkspacePlan plan)
{
    private readonly SendPlan _send = trigger.Send;
    private readonly PoliciesPlan _policies = plan.Messaging.Policies;

    /// <summary>The lines: which channel first, reply windows, caps, quiet hours, expiry.</summary>
    public IEnumerable<string> Say() => Preferred().Concat(_send.Channels.Where(channel => channel.Reply is not null).Select(Reply)).Concat(Caps()).Concat(Quiet()).Concat(Expires());

    private IEnumerable<string> Preferred()
    {
        if (_send.PrefersResponse)
        {
            yield return "the channel that the customer answered last is tried first";
        }

        if (_send.Prefer is { } prefer)
        {
            var thing = new ConditionPhrase([new("customer", "the customer's", plan.Customer)], plan.Catalogue.Currency).SayThing(prefer.ToSyntax());
            yield return $"the channel that {thing} names is tried first";
        }
    }

    private static string Reply(ChannelPlan channel)
    {
        var reply = channel.Reply!;
        var most = reply.AtMost is { } number ? string.Create(CultureInfo.InvariantCulture, $", {number} messages at most") : "";
        var broadcasts = reply.Broadcasts is { } allowance ? $"; later at most {AllowanceWords.Messages(allowance)}" : "";
        return $"by {channel.Name} it goes for {DurationText.Say(reply.Within)} after the customer wrote there{most}{broadcasts}";
    }

    private IEnumerable<string> Caps()
    {
        var covering = _policies.Caps.Where(cap => _send.Channels.Any(channel => cap.Covers(channel.Name, _send.Purpose, _send.Tags))).ToList();
        if (covering.Count > 0 && _send.IgnoresCaps)
        {
            yield return $"caps do not stop it{(_send.Counts ? ", though it counts under them" : "")}: {Words.Join([.. covering.Select(cap => cap.Name)], "and")}";
            yield break;
        }

        if (covering.Count > 0 && !_send.Counts)
        {
            yield return "it does not count under caps itself";
        }

        foreach (var cap in covering)
        {
            yield return $"at most {AllowanceWords.Messages(cap.Allowance)}{Of(cap)} to one customer ({cap.Name}); {Then(cap)}";
        }
    }

    private static string Of(CapPlan cap)
    {
        var purposes = cap.Purposes is null ? "" : $" of the purpose {Sorted(cap.Purposes, "or")}";
        var channels = cap.Channels is null ? "" : $" by {Sorted(cap.Channels, "or")}";
        return $"{purposes}{channels}{(cap.Tags is null ? "" : $" with the tag {Sorted(cap.Tags, "or")}")}";
    }

    private static string Then(CapPlan cap) => cap.Then switch
    {
        CapOutcome.NextChannel => "one more goes by the next channel",
        CapOutcome.Defer => $"one more waits for room, up to {DurationText.Say(cap.DeferFor)}",
        _ => "one more does not go out",
    };

    private IEnumerable<string> Quiet()
    {
        var hours = _send.Channels.ToLookup(channel => channel.IsNeverQuiet ? null : channel.QuietHours ?? _policies.QuietHours);
        if (hours.All(same => same.Key is null))
        {
            yield break;
        }

        if (_send.IgnoresQuietHours)
        {
            yield return "quiet hours do not hold it";
            yield break;
        }

        foreach (var same in hours.Where(same => same.Key is not null))
        {
            var (from, to, spread) = same.Key!;
            var channels = hours.Count == 1 ? "" : $" by {Words.Join([.. same.Select(channel => channel.Name)], "and")}";
            var after = spread == TimeSpan.Zero ? "" : $", and then goes out within {DurationText.Say(spread)}";
            yield return string.Create(CultureInfo.InvariantCulture, $"from {from:HH:mm} to {to:HH:mm} of the customer's day it waits{channels}{after}");
        }
    }

    private IEnumerable<string> Expires()
    {
        if (_send.Expires is { } expires)
        {
            yield return $"{DurationText.Say(expires)} after that moment it is too old, and does not go out any more";
        }
    }

    private static string Sorted(IEnumerable<string> names, string last) => Words.Join([.. names.Order(StringComparer.Ordinal)], last);
}
