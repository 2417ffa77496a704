using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>
/// The earliest deadline of every customer of a partition. Hierarchical timing wheel (Varghese and Lauck, 1987) with lazy re-arm: moving a deadline later costs one store,
/// the entry moves when its old slot comes up. Not thread-safe.
/// </summary>
public sealed class TimerWheel
{
    /// <summary>Number of armed customers.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>The earliest armed deadline, <see cref="Timestamp.Never"/> when none is armed.</summary>
    public Timestamp Earliest => throw new NotImplementedException();

    /// <summary>Sets the customer's deadline; <see cref="Timestamp.Never"/> disarms.</summary>
    public void Arm(CustomerKey customer, Timestamp deadline) => throw new NotImplementedException();

    /// <summary>The armed deadline of a customer, <see cref="Timestamp.Never"/> when none.</summary>
    public Timestamp DeadlineOf(CustomerKey customer) => throw new NotImplementedException();

    /// <summary>
    /// Appends the first <paramref name="limit"/> armed customers with deadline ≤ <paramref name="now"/>, ascending by (deadline, customer), to
    /// <paramref name="into"/>. They stay armed. <paramref name="now"/> may go back to what it was before.
    /// </summary>
    public void CollectDue(Timestamp now, int limit, List<(Timestamp Deadline, CustomerKey Customer)> into) => throw new NotImplementedException();
}
