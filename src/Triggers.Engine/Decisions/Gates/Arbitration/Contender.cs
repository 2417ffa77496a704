using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>A candidate in competition with others of its customer.</summary>
/// <param name="Id">The candidate's id.</param>
/// <param name="Trigger">Name of its trigger.</param>
/// <param name="Mandatory">Wins against all that are not.</param>
/// <param name="Priority">0..100, higher wins.</param>
/// <param name="Value">Score of its offer, higher wins.</param>
/// <param name="DueAt">When it became a candidate; earlier wins.</param>
internal sealed record Contender(string Id, string Trigger, bool Mandatory, int Priority, double Value, Timestamp DueAt) : IComparable<Contender>
{
    /// <summary>Less than zero: this one comes first. Total: ids differ.</summary>
    public int CompareTo(Contender? other)
    {
        if (other is null)
        {
            return -1;
        }

        var order = other.Mandatory.CompareTo(Mandatory);
        order = order != 0 ? order : other.Priority.CompareTo(Priority);
        order = order != 0 ? order : other.Value.CompareTo(Value);
        order = order != 0 ? order : DueAt.CompareTo(other.DueAt);
        return order != 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
