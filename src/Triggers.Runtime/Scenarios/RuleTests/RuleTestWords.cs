using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Outbound;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>The sentences of differences: what was expected, what came.</summary>
internal sealed class RuleTestWords(RuleTest test, RuleTestCast cast)
{
    public string Missing(ExpectedMessage wanted) => $"Expected, but did not come: {Say(wanted)}.";

    public string Missing(ExpectedRefusal wanted) => $"Expected, but did not come: {Say(wanted)}.";

    public string Different(ExpectedMessage wanted, Message came)
    {
        var differences = new List<string>();
        Compare(differences, "at", Say(wanted.At), Say(came.DecidedAt));
        Compare(differences, "by", wanted.Channel, came.Channel);
        Compare(differences, "with offer", wanted.Offer, came.Offer);
        return $"Expected {Say(wanted)}; it came {string.Join(" and ", differences)}.";
    }

    public string Different(ExpectedRefusal wanted, Decision came)
    {
        var differences = new List<string>();
        Compare(differences, "at", Say(wanted.At), Say(came.DecidedAt));
        Compare(differences, "by", Quoted(wanted.Gate), Quoted(came.Gate));
        return $"Expected {Say(wanted)}; it was refused {string.Join(" and ", differences)}.";
    }

    public string Unexpected(Message came) =>
        $"Not expected, but came: {Say($"a message of {came.Trigger} at {Say(came.DecidedAt)}", Unless(came.Identifier.Value), came.RunKey, came.Channel, came.Offer)}.";

    public string Unexpected(Decision came) =>
        $"Not expected, but came: {Say($"a refusal of {came.Trigger} at {Say(came.DecidedAt)}", Unless(came.Identifier.Value), came.RunKey, Quoted(came.Gate), null)}.";

    private string Say(ExpectedMessage wanted) => Say($"a message of {wanted.Trigger} at {Say(wanted.At)}", wanted.Customer, wanted.Key, wanted.Channel, wanted.Offer);

    private string Say(ExpectedRefusal wanted) => Say($"a refusal of {wanted.Trigger} at {Say(wanted.At)}", wanted.Customer, wanted.Key, Quoted(wanted.Gate), null);

    private string Say(Timestamp time) => TestTimeText.Write(time, test);

    private string? Unless(string customer) => cast.IsOne ? null : customer;

    private static string? Quoted(string? gate) => gate is null ? null : $"`{gate}`";

    private static string Say(string what, string? customer, string? key, string? by, string? offer) =>
        what + Part(" for ", customer) + Part(" by ", by) + Part(" with offer ", offer) + Part(" (key ", key, ")");

    private static string Part(string before, string? value, string after = "") => string.IsNullOrEmpty(value) ? "" : before + value + after;

    private static void Compare(List<string> differences, string word, string? wanted, string? came)
    {
        if (wanted is not null && wanted != came)
        {
            differences.Add($"{word} {came}");
        }
    }
}
