using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Syntax;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Events;

namespace Triggers.Language.Workspaces.English;

/// <summary>The sentences about one trigger.</summary>
internal sealed class TriggerSentence(TriggerPlan trigger, WorkspacePlan plan)
{
    private readonly EventPhrase _start = new(trigger.Start.Name);
    private readonly bool _waits = trigger.Wait > TimeSpan.Zero;

    /// <summary>When it fires, what goes out, and what counts for itself.</summary>
    public string Say()
    {
        var moment = _waits ? $"{DurationText.Say(trigger.Wait)} after {Started()}" : $"As soon as {Started()}";
        return $"{Words.Sentence(moment)}{Unless()}{If()}: {Sends()}.\n{Repeats()}";
    }

    private string Started()
    {
        var adverb = !_waits ? "" : trigger.Repeat switch { RepeatPolicy.Restart => "last", RepeatPolicy.Ignore => "first", _ => "" };
        return Happened(_start, trigger.Start, trigger.Where?.ToSyntax(), "a", adverb);
    }

    private string Happened(EventPhrase phrase, EventType type, Expression? where, string article, string adverb)
    {
        if (where is null)
        {
            return phrase.Clause(article, "", adverb);
        }

        var words = Conditions(type, "its");
        return words.SayWith(where) is { } with ? phrase.Clause(article, with, adverb) : $"{phrase.Clause(article, "", adverb)} ({words.Say(where)})";
    }

    private string Unless() => trigger.Until.Count == 0 ? "" : $", unless {Words.Join([.. trigger.Until.Select(Ends)], "or")} in the meantime";

    private string Ends(UntilPlan until)
    {
        var phrase = new EventPhrase(until.Event.Name);
        if (until.Key is null)
        {
            return Happened(phrase, until.Event, until.Where?.ToSyntax(), "a", "");
        }

        var isTheKey = phrase.Noun == KeyName();
        var same = phrase.Clause(isTheKey ? "the same" : "a", isTheKey ? "" : $"of the same {KeyName()}", "");
        if (until.Where is null)
        {
            return same;
        }

        var words = Conditions(until.Event, "its");
        return words.SayWith(until.Where.ToSyntax()) is { } with ? $"{same} {with}" : $"{same} ({words.Say(until.Where.ToSyntax())})";
    }

    private string If()
    {
        if (trigger.If is null)
        {
            return "";
        }

        var condition = Conditions(trigger.Start, $"the {_start.Noun}'s").Say(trigger.If.ToSyntax());
        return _waits ? $"{(trigger.Until.Count > 0 ? ", and only if" : ", but only if")} at that time {condition}" : $", but only if {condition}";
    }

    private string Sends()
    {
        var send = trigger.Send;
        var label = send.OfferLabel.Length > 0 && send.OfferLabel != send.Offer ? $" ({send.OfferLabel})" : "";
        var channels = send.Channels.Select((channel, index) => index == 0 ? $"by {channel.Name}" : $"or else by {channel.Name}");
        return $"send the offer {send.Offer}{label} {string.Join(", ", channels)}";
    }

    private string Repeats()
    {
        var each = trigger.Key is null ? "A customer" : $"For each {KeyName()} a customer";
        return (_waits, trigger.Repeat) switch
        {
            (false, _) => "",
            (_, RepeatPolicy.Restart) => $"{each} has one wait at a time; a further event of this kind starts it again.\n",
            (_, RepeatPolicy.Ignore) => $"{each} has one wait at a time; further events of this kind change nothing until it is over.\n",
            _ => $"{each} can have several waits side by side: every event of this kind starts one.\n",
        };
    }

    /// <summary>What the key is: <c>event.cart</c> → <c>cart</c>; anything longer is quoted.</summary>
    private string KeyName() => trigger.Key?.ToSyntax() is SelectExpression { Operand: NameExpression } select ? Words.Spaced(select.Field) : $"`{trigger.Key?.Source}`";

    private ConditionPhrase Conditions(EventType type, string possessive) =>
        new([new("event", possessive, type.Record), new("customer", "the customer's", plan.Customer)], plan.Catalogue.Currency);
}
