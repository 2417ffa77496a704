using Triggers.Language.Calendars;
using Triggers.Language.Evaluation;

namespace Triggers.Language.Plan;

/// <summary>A date of the customer comes round.</summary>
/// <param name="Date">Gives the date (timestamp or text) from <c>customer</c>.</param>
/// <param name="Anniversary">When on the day, or how long before.</param>
/// <param name="InCustomerZone">Whose clock.</param>
public sealed record DateStart(CompiledExpression Date, Anniversary Anniversary, bool InCustomerZone) : CalendarStart(InCustomerZone);
