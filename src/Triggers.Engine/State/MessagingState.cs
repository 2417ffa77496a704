using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What gates remember about one customer. Most customers have little of it, and what is not there takes no room in the blob.</summary>
internal sealed class MessagingState
{
    /// <summary>Of so many channels and purposes statements are kept; beyond, the oldest is forgotten.</summary>
    public const int MostConsents = 256;

    private ShortList<ConsentFact> _consents;
    private ShortList<ChannelFact> _channels;
    private ShortList<GroupFact> _groups;
    private ShortList<SentMessage> _sent;
    private ShortList<HeldCandidate> _held;
    private ShortList<BudgetDraw> _budgetDraws;
    private ShortList<CodeDraw> _codeDraws;

    /// <summary>What the customer has said, ascending by channel and purpose.</summary>
    public ReadOnlySpan<ConsentFact> Consents => _consents.All;

    /// <summary>What the customer did on channels, ascending by channel.</summary>
    public ReadOnlySpan<ChannelFact> Channels => _channels.All;

    /// <summary>Who went through last, ascending by group.</summary>
    public ReadOnlySpan<GroupFact> Groups => _groups.All;

    /// <summary>Messages and reserved places, ascending by time.</summary>
    public ReadOnlySpan<SentMessage> Sent => _sent.All;

    /// <summary>Held candidates, in the order in which they wake.</summary>
    public ReadOnlySpan<HeldCandidate> Held => _held.All;

    /// <summary>What messages have booked of budgets, in the order in which they did.</summary>
    public ReadOnlySpan<BudgetDraw> BudgetDraws => _budgetDraws.All;

    /// <summary>The codes that held messages will bring, in the order in which they were kept.</summary>
    public ReadOnlySpan<CodeDraw> CodeDraws => _codeDraws.All;

    /// <summary>Event time at which a complaint was opened last.</summary>
    public Timestamp ComplaintOpenedAt { get; set; } = Timestamp.Beginning;

    /// <summary>Event time at which complaints were closed last.</summary>
    public Timestamp ComplaintClosedAt { get; set; } = Timestamp.Beginning;

    /// <summary>True while a complaint is open; of two events at the same time the one that opens counts.</summary>
    public bool HasComplaint => ComplaintOpenedAt != Timestamp.Beginning && ComplaintOpenedAt >= ComplaintClosedAt;

    /// <summary>When the first held candidate wakes; never without one.</summary>
    public Timestamp WakesAt => _held.Count > 0 ? _held[0].WakeAt : Timestamp.Never;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _consents.Clear();
        _channels.Clear();
        _groups.Clear();
        _sent.Clear();
        _held.Clear();
        _budgetDraws.Clear();
        _codeDraws.Clear();
        (ComplaintOpenedAt, ComplaintClosedAt) = (Timestamp.Beginning, Timestamp.Beginning);
    }

    /// <summary>The customer says something; what is older than what is known, or as old and a consent, changes nothing.</summary>
    public void Say(in ConsentFact fact)
    {
        var place = 0;
        while (place < _consents.Count && (_consents[place].Channel.Value, _consents[place].Purpose.Value).CompareTo((fact.Channel.Value, fact.Purpose.Value)) < 0)
        {
            place++;
        }

        if (place == _consents.Count || _consents[place].Channel != fact.Channel || _consents[place].Purpose != fact.Purpose)
        {
            _consents.Insert(place, fact);
            ForgetOldestConsent();
        }
        else if (fact.At > _consents[place].At || (fact.At == _consents[place].At && !fact.Given))
        {
            _consents[place] = fact;
        }
    }

    /// <summary>What the customer did on a channel.</summary>
    public ChannelFact On(StableId channel)
    {
        foreach (ref readonly var fact in _channels.All)
        {
            if (fact.Channel == channel)
            {
                return fact;
            }
        }

        return new(channel, Timestamp.Beginning, Timestamp.Beginning);
    }

    /// <summary>Writes down what the customer did on a channel.</summary>
    public void Set(in ChannelFact fact)
    {
        var place = 0;
        while (place < _channels.Count && _channels[place].Channel.Value < fact.Channel.Value)
        {
            place++;
        }

        if (place < _channels.Count && _channels[place].Channel == fact.Channel)
        {
            _channels[place] = fact;
        }
        else
        {
            _channels.Insert(place, fact);
        }
    }

    /// <summary>Writes down who went through.</summary>
    public void Set(in GroupFact fact)
    {
        var place = 0;
        while (place < _groups.Count && _groups[place].Group.Value < fact.Group.Value)
        {
            place++;
        }

        if (place < _groups.Count && _groups[place].Group == fact.Group)
        {
            _groups[place] = fact;
        }
        else
        {
            _groups.Insert(place, fact);
        }
    }

    /// <summary>Forgets who went through.</summary>
    public void RemoveGroupAt(int index) => _groups.RemoveAt(index);

    /// <summary>Books a place behind those of the same time.</summary>
    public void Book(in SentMessage message)
    {
        var place = _sent.Count;
        while (place > 0 && _sent[place - 1].At > message.At)
        {
            place--;
        }

        _sent.Insert(place, message);
    }

    /// <summary>Gives the place of a message back; false when it has none.</summary>
    public bool Free(ulong id)
    {
        var place = FindSent(id);
        if (place < 0)
        {
            return false;
        }

        _sent.RemoveAt(place);
        return true;
    }

    /// <summary>Position of a message's place; negative when it has none.</summary>
    public int FindSent(ulong id)
    {
        for (var i = 0; i < _sent.Count; i++)
        {
            if (_sent[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Removes a place.</summary>
    public void RemoveSentAt(int index) => _sent.RemoveAt(index);

    /// <summary>Holds a candidate behind those that wake at the same time.</summary>
    public void Hold(in HeldCandidate held)
    {
        var place = _held.Count;
        while (place > 0 && _held[place - 1].WakeAt > held.WakeAt)
        {
            place--;
        }

        _held.Insert(place, held);
    }

    /// <summary>Takes a held candidate out; its place stays booked.</summary>
    public HeldCandidate Take(int index)
    {
        var held = _held[index];
        _held.RemoveAt(index);
        return held;
    }

    /// <summary>True when the message with this hash is held.</summary>
    public bool IsHeld(ulong id, StateHeap heap)
    {
        foreach (ref readonly var held in _held.All)
        {
            if (SentMessage.HashOf(heap.Text(held.Id)) == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Remembers what a message has booked.</summary>
    public void Add(in BudgetDraw draw) => _budgetDraws.Add(draw);

    /// <summary>Forgets what a message has booked.</summary>
    public void RemoveBudgetDrawAt(int index) => _budgetDraws.RemoveAt(index);

    /// <summary>Remembers the code that is kept for a message.</summary>
    public void Add(in CodeDraw draw) => _codeDraws.Add(draw);

    /// <summary>Forgets the code that was kept for a message.</summary>
    public void RemoveCodeDrawAt(int index) => _codeDraws.RemoveAt(index);

    private void ForgetOldestConsent()
    {
        if (_consents.Count <= MostConsents)
        {
            return;
        }

        var oldest = 0;
        for (var i = 1; i < _consents.Count; i++)
        {
            oldest = _consents[i].At < _consents[oldest].At ? i : oldest;
        }

        _consents.RemoveAt(oldest);
    }
}
