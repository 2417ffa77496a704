using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Arbitration;

/// <summary>The newest candidate of an exclusivity group that went through for a customer.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Id">The candidate's id.</param>
/// <param name="Trigger">Its trigger.</param>
/// <param name="At">When it was decided.</param>
internal sealed record GroupWin(string Group, string Id, string Trigger, Timestamp At);
