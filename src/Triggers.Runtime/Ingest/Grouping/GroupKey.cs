using Triggers.Model.Customers;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>What the rows of one event have in common.</summary>
/// <param name="Type">Ordinal of the event type.</param>
/// <param name="Customer">Whose event it is.</param>
/// <param name="By">Value of the source field that groups.</param>
internal readonly record struct GroupKey(int Type, CustomerKey Customer, string By);
