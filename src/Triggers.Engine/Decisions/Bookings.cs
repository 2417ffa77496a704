using System.Buffers.Binary;
using Triggers.Engine.Decisions.Gates.Budgets;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions;

/// <summary>Writes down what a candidate takes once all gates have passed, or while it is held, and gives it back.</summary>
internal sealed class Bookings(DecisionFacts facts)
{
    /// <summary>Gives place, budget and code of a held candidate back; its wins in groups stay.</summary>
    public void Free(CustomerState state, HeapRange id)
    {
        if (id.Length > 0)
        {
            var message = SentMessage.HashOf(state.Heap.Text(id));
            state.Messaging.Free(message);
            facts.Draws.GiveBack(state, message);
        }
    }

    /// <summary>Gives back all that a candidate had while it was held.</summary>
    public void Release(in Candidate candidate)
    {
        var (state, id) = (candidate.State, candidate.HeldId);
        if (id.Length == 0)
        {
            return;
        }

        Free(state, id);
        for (var i = 0; i < state.Messaging.Groups.Length; i++)
        {
            if (state.Heap[state.Messaging.Groups[i].Winner].SequenceEqual(state.Heap[id]))
            {
                state.Messaging.RemoveGroupAt(i--);
            }
        }
    }

    /// <summary>What it takes, as the decision record tells.</summary>
    public IReadOnlyList<Reservation> Places(in Candidate candidate, Judgement judgement)
    {
        if (judgement.Channel is not { } channel || judgement.At == Timestamp.Never)
        {
            return [];
        }

        List<Reservation>? places = null;
        var send = candidate.Trigger.Send;
        foreach (var cap in send.Counts ? facts.Messaging.Policies.Caps : [])
        {
            if (cap.Covers(channel.Name, send.Purpose, send.Tags))
            {
                (places ??= []).Add(new("cap", cap.Name, At: judgement.At));
            }
        }

        if (judgement.Offer?.Limit is not null)
        {
            (places ??= []).Add(new("limit", judgement.Offer.Name, At: judgement.At));
        }

        if (judgement.IsBroadcast)
        {
            (places ??= []).Add(new("broadcast", channel.Name, At: judgement.At));
        }

        AddShared(judgement, ref places);
        return places ?? (IReadOnlyList<Reservation>)[];
    }

    /// <summary>The message goes out.</summary>
    public void Send(in Candidate candidate, Judgement judgement, string id)
    {
        Book(candidate, judgement, id, SentFlags.None);
        facts.Draws.Book(candidate.State, SentMessage.HashOf(id), judgement.Budgets, candidate.Now);
        if (judgement.Code is not null)
        {
            facts.Draws.Give(judgement.Offer!.Pool!);
        }

        Win(candidate, id);
    }

    /// <summary>The candidate waits.</summary>
    public void Hold(in Candidate candidate, Judgement judgement, string id)
    {
        if (judgement.Channel is not null && judgement.At != Timestamp.Never)
        {
            Book(candidate, judgement, id, SentFlags.Held);
        }

        if (judgement.Channel is not null)
        {
            Win(candidate, id);
        }

        var message = SentMessage.HashOf(id);
        facts.Draws.Book(candidate.State, message, judgement.Budgets, candidate.Now);
        if (judgement.Code is { } code)
        {
            facts.Draws.Keep(candidate.State, message, judgement.Offer!.Pool!, code);
        }

        var heap = candidate.State.Heap;
        candidate.State.Messaging.Hold(new()
        {
            Run = candidate.Run,
            Id = candidate.HeldId.Length > 0 ? candidate.HeldId : heap.Add(id),
            Since = candidate.Since,
            WakeAt = judgement.WakeAt,
        });
    }

    /// <summary>What it takes of budgets and codes that all customers share.</summary>
    private void AddShared(Judgement judgement, ref List<Reservation>? places)
    {
        foreach (var draw in judgement.Budgets)
        {
            var budget = facts.BudgetOf(draw.Budget);
            (places ??= []).Add(new("budget", budget.Name, budget.Amount is null ? null : BudgetText.Amount(budget, draw.Amount).ToString(), draw.At));
        }

        if (judgement.Code is { } code)
        {
            var pool = judgement.Offer!.Pool!;
            (places ??= []).Add(new("code", pool.Name, pool[code]));
        }
    }

    private void Book(in Candidate candidate, Judgement judgement, string id, SentFlags flags)
    {
        if (facts.Remembers == TimeSpan.Zero)
        {
            return;
        }

        var send = candidate.Trigger.Send;
        var tags = send.Tags.Count == 0 ? default : candidate.State.Heap.Reserve(send.Tags.Count * sizeof(ulong));
        for (var i = 0; i < send.Tags.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(candidate.State.Heap[tags][(i * sizeof(ulong))..], facts.IdOf(send.Tags[i]).Value);
        }

        candidate.State.Messaging.Book(new()
        {
            Id = SentMessage.HashOf(id),
            At = judgement.At,
            Channel = judgement.Channel!.Id,
            Purpose = send.PurposeId,
            Offer = judgement.Offer?.Id ?? send.OfferId,
            Flags = flags | (send.Counts ? SentFlags.Counts : SentFlags.None) | (judgement.IsBroadcast ? SentFlags.Broadcast : SentFlags.None),
            Tags = tags,
        });
    }

    private void Win(in Candidate candidate, string id)
    {
        foreach (var group in facts.GroupsOf(candidate.Trigger))
        {
            candidate.State.Messaging.Set(new GroupFact(group.Id, candidate.Trigger.Id, candidate.State.Heap.Add(id), candidate.Now));
        }
    }
}
