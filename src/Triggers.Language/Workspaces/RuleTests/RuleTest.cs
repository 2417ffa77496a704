using Triggers.Language.Text;
using Triggers.Model.Time;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>One rule test of a workspace, checked; of a test with a table of cases one for each case.</summary>
/// <param name="Name">Of a case <c>TEST (CASE)</c>; unique in the workspace.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="Zone">Time zone of its times (tz database); for writing them, everything here is resolved.</param>
/// <param name="Start">Midnight of day 1 in the zone: no event is earlier.</param>
/// <param name="Until">The clock runs on to here; null: until nothing waits any more.</param>
/// <param name="Customers">Customers with traits that are there at the start.</param>
/// <param name="Given">The events by time; equal times in the order of the file.</param>
/// <param name="Expect">The messages, all of them, in the order of the file.</param>
/// <param name="Refused">The refusals, all of them; null: they are not looked at.</param>
public sealed record RuleTest(
    string Name,
    SourceSpan Place,
    string Zone,
    Timestamp Start,
    Timestamp? Until,
    IReadOnlyList<GivenCustomer> Customers,
    IReadOnlyList<GivenEvent> Given,
    IReadOnlyList<ExpectedMessage> Expect,
    IReadOnlyList<ExpectedRefusal>? Refused);
