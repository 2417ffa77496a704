using NodaTime;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>What the quiet hours look at.</summary>
/// <param name="At">When the message would be delivered.</param>
/// <param name="Zone">The customer's clock; null when neither theirs nor the workspace's is known.</param>
/// <param name="Customer">Whose message it is: decides its place in the spread.</param>
internal readonly record struct QuietFacts(Timestamp At, DateTimeZone? Zone, CustomerKey Customer);
