using Triggers.Language.Plan;
using Triggers.Language.Syntax;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>The sentences about one trigger.</summary>
internal sealed class TriggerSentence(TriggerPlan trigger, WorkspacePlan plan)
{
    private readonly StartPhrase _start = new(trigger, plan);
    private readonly bool _waits = trigger.Wait > TimeSpan.Zero;

    /// <summary>When it fires, what goes out, and what counts for itself.</summary>
    public string Say()
    {
        var moment = _waits ? $"{DurationText.Say(trigger.Wait)} after {_start.Say(waits: true)}" : $"As soon as {_start.Say(waits: false)}";
        return $"{Words.Sentence(moment)}{Unless()}{If()}: {Sends()}.\n{Repeats()}{Again()}{Stale()}";
    }

    private string Unless() => trigger.Until.Count == 0 ? "" : $", unless {Words.Join([.. trigger.Until.Select(Ends)], "or")} in the meantime";

    private string Ends(UntilPlan until)
    {
        var phrase = new EventPhrase(until.Event.Name);
        if (until.Key is null)
        {
            return _start.Happened(phrase, until.Event, until.Where?.ToSyntax(), "a", "");
        }

        var isTheKey = phrase.Noun == KeyName();
        var same = phrase.Clause(isTheKey ? "the same" : "a", isTheKey ? "" : $"of the same {KeyName()}", "");
        if (until.Where is null)
        {
            return same;
        }

        var words = _start.Conditions(until.Event, "its");
        return words.SayWith(until.Where.ToSyntax()) is { } with ? $"{same} {with}" : $"{same} ({words.Say(until.Where.ToSyntax())})";
    }

    private string If()
    {
        if (trigger.If is null)
        {
            return "";
        }

        var condition = _start.Conditions((trigger.Start as StepsStart)?.Last.Event, _start.Possessive).Say(trigger.If.ToSyntax());
        return _waits ? $"{(trigger.Until.Count > 0 ? ", and only if" : ", but only if")} at that time {condition}" : $", but only if {condition}";
    }

    private string Sends()
    {
        var send = trigger.Send;
        var label = send.OfferLabel.Length > 0 && send.OfferLabel != send.Offer ? $" ({send.OfferLabel})" : "";
        var offer = send.Offers.Count > 1 ? $"one of the offers {Words.Join([.. send.Offers.Select(one => one.Name)], "and")}" : $"the offer {send.Offer}{label}";
        var channels = send.Channels.Select((channel, index) => index == 0 ? $"by {channel.Name}" : $"or else by {channel.Name}");
        return $"send {offer} {string.Join(", ", channels)}";
    }

    private string Repeats()
    {
        var key = (trigger.Start as StepsStart)?.Key;
        var each = key is null ? "A customer" : $"For each {KeyName()} a customer";
        return (_start.IsOneEvent && _waits, trigger.Repeat) switch
        {
            (false, _) => "",
            (_, RepeatPolicy.Restart) => $"{each} has one wait at a time; a further event of this kind starts it again.\n",
            (_, RepeatPolicy.Ignore) => $"{each} has one wait at a time; further events of this kind change nothing until it is over.\n",
            _ => $"{each} can have several waits side by side: every event of this kind starts one.\n",
        };
    }

    private string Again() => trigger.Again switch
    {
        { Policy: AgainPolicy.Once } => "A customer gets it once.\n",
        { Policy: AgainPolicy.OncePerKey } => $"A customer gets it once for each {KeyName()}.\n",
        { Policy: AgainPolicy.AfterExit } => "It does not begin again while it is under way.\n",
        { Policy: AgainPolicy.AfterMessage, After: var after } => $"A customer gets it again {DurationText.Say(after)} after the last message at the earliest.\n",
        { Policy: AgainPolicy.AfterEntry, After: var after } => $"It begins again {DurationText.Say(after)} after it last began at the earliest.\n",
        _ => "",
    };

    private string Stale() => trigger.Stale is { } stale ? $"When the moment has passed by more than {DurationText.Say(stale)}, nothing is sent.\n" : "";

    /// <summary>What the key is: <c>event.cart</c> → <c>cart</c>; anything longer is quoted.</summary>
    private string KeyName()
    {
        var key = (trigger.Start as StepsStart)?.Key;
        return key?.ToSyntax() is SelectExpression { Operand: NameExpression } select ? Words.Spaced(select.Field) : $"`{key?.Source}`";
    }
}
