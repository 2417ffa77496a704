using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Consent;

/// <summary>What a customer has said about messages.</summary>
/// <param name="At">Event time.</param>
/// <param name="Given">True: given; false: withdrawn.</param>
/// <param name="Channel">On which channel; null: on all.</param>
/// <param name="Purpose">For what; null: for everything.</param>
internal sealed record ConsentStatement(Timestamp At, bool Given, string? Channel, string? Purpose)
{
    /// <summary>Whether it is about such messages.</summary>
    public bool Covers(string channel, string purpose) => (Channel is null || Channel == channel) && (Purpose is null || Purpose == purpose);
}
