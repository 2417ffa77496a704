using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>The order in which timers fire: by deadline, those of one instant by customer.</summary>
internal sealed class DueOrder : IComparer<(Timestamp Deadline, CustomerKey Customer)>
{
    /// <inheritdoc/>
    public int Compare((Timestamp Deadline, CustomerKey Customer) x, (Timestamp Deadline, CustomerKey Customer) y) =>
        x.Deadline == y.Deadline ? x.Customer.CompareTo(y.Customer) : x.Deadline.CompareTo(y.Deadline);
}
