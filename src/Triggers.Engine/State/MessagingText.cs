using System.Globalization;
using System.Text;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What gates remember, as lines of <see cref="StateText"/>. Names that the plan does not have are shown by their stable ids.</summary>
internal static class MessagingText
{
    /// <summary>Appends one line a fact.</summary>
    public static void Describe(StringBuilder text, CustomerState state, WorkspacePlan? plan)
    {
        var all = state.Messaging;
        var names = NamesOf(plan);
        foreach (var fact in all.Consents)
        {
            var (channel, purpose) = (Name(names, fact.Channel, "all channels"), Name(names, fact.Purpose, "all purposes"));
            text.Append(CultureInfo.InvariantCulture, $"consent {channel}, {purpose}: {(fact.Given ? "given" : "withdrawn")} {fact.At}\n");
        }

        if (all.HasComplaint)
        {
            text.Append(CultureInfo.InvariantCulture, $"complaint open since {all.ComplaintOpenedAt}\n");
        }

        foreach (var fact in all.Channels)
        {
            text.Append(CultureInfo.InvariantCulture, $"channel {Name(names, fact.Channel, "")}: wrote {Say(fact.WroteAt)}, answered {Say(fact.AnsweredAt)}\n");
        }

        foreach (var fact in all.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"group {Name(names, fact.Group, "")}: {Name(names, fact.Trigger, "")} {state.Heap.Text(fact.Winner)} {fact.At}\n");
        }

        foreach (ref readonly var message in all.Sent)
        {
            text.Append(CultureInfo.InvariantCulture, $"message {message.Id:x16} {message.At} {Name(names, message.Channel, "")} {Name(names, message.Offer, "")} {message.Flags}\n");
        }

        foreach (ref readonly var held in all.Held)
        {
            text.Append(CultureInfo.InvariantCulture, $"held {Name(names, held.Run.Trigger, "")} {state.Heap.Text(held.Id)} since {held.Since}, wakes {held.WakeAt}\n");
        }

        foreach (ref readonly var draw in all.BudgetDraws)
        {
            text.Append(CultureInfo.InvariantCulture, $"booked {draw.Amount} of {Name(names, draw.Budget, "")} for {draw.Message:x16} {draw.At}, period {Say(draw.Period)}\n");
        }

        foreach (ref readonly var draw in all.CodeDraws)
        {
            text.Append(CultureInfo.InvariantCulture, $"code {draw.Code} of {Name(names, draw.Pool, "")} for {draw.Message:x16}\n");
        }
    }

    private static string Say(Timestamp time) => time == Timestamp.Beginning ? "never" : time.ToString();

    private static string Name(Dictionary<StableId, string> names, StableId id, string none) => id.Value == 0 ? none : names.GetValueOrDefault(id, $"({id})");

    private static Dictionary<StableId, string> NamesOf(WorkspacePlan? plan)
    {
        var names = new Dictionary<StableId, string>();
        var known = plan is null ? [] : plan.Channels.Select(c => c.Name)
            .Concat(plan.Triggers.SelectMany(t => new[] { t.Name, t.Send.Purpose, t.Send.Offer }.Concat(t.Send.Offers.Select(o => o.Name))))
            .Concat(plan.Messaging.Policies.Groups.Select(g => g.Name));
        foreach (var name in known)
        {
            names[StableId.Of(name)] = name;
        }

        foreach (var budget in plan?.Budgets ?? [])
        {
            names[budget.Id] = budget.Name;
        }

        foreach (var pool in plan?.Messaging.Pools ?? [])
        {
            names[pool.Id] = pool.Name;
        }

        return names;
    }
}
