namespace Triggers.Language.Workspaces.English;

/// <summary>
/// The name of an event as a clause. Event names end in what happened: <c>cart.updated</c> is "a cart was updated", <c>parcel.arrived</c> "a parcel arrived"; a name
/// without such a word "comes": "a purchase came".
/// </summary>
internal sealed class EventPhrase
{
    /// <summary>Participles that do not end in -ed.</summary>
    private static readonly HashSet<string> Irregular = new(StringComparer.Ordinal)
    {
        "bought", "sent", "left", "paid", "read", "lost", "won", "seen", "made", "given", "shown", "sold", "held", "put", "set", "taken", "written", "chosen", "forgotten", "withdrawn",
    };

    /// <summary>What things do themselves: "a parcel arrived", not "was arrived".</summary>
    private static readonly HashSet<string> Intransitive = new(StringComparer.Ordinal)
    {
        "arrived", "expired", "failed", "happened", "started", "ended", "appeared", "died", "occurred", "succeeded", "vanished",
    };

    private readonly string _noun;
    private readonly string _auxiliary;
    private readonly string _verb;

    /// <summary>Takes the name apart.</summary>
    public EventPhrase(string name)
    {
        var dot = name.LastIndexOf('.');
        var last = Words.Spaced(name[(dot + 1)..]);
        var word = last[(last.LastIndexOf(' ') + 1)..];
        var isVerb = dot > 0 && (word.EndsWith("ed", StringComparison.Ordinal) || Irregular.Contains(word));
        _noun = isVerb ? Words.Spaced(name[..dot]) : Words.Spaced(name);
        _auxiliary = isVerb && !Intransitive.Contains(word) ? "was " : "";
        _verb = isVerb ? last : "came";
    }

    /// <summary>What it happened to: <c>cart</c>.</summary>
    public string Noun => _noun;

    /// <summary>The clause.</summary>
    /// <param name="article"><c>a</c> (made <c>an</c> where needed), <c>no</c>, <c>the same</c> …</param>
    /// <param name="with">What the noun is like: <c>with a value of 50 EUR or more</c>; may be empty.</param>
    /// <param name="adverb"><c>last</c>, <c>first</c>; may be empty.</param>
    public string Clause(string article, string with, string adverb)
    {
        var subject = article == "a" ? Words.Indefinite(_noun) : $"{article} {_noun}";
        return $"{subject}{Blank(with)} {_auxiliary}{(adverb.Length > 0 ? adverb + " " : "")}{_verb}";
    }

    private static string Blank(string text) => text.Length > 0 ? " " + text : "";
}
