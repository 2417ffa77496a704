using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>The newest thing that a customer has said about messages of one channel and purpose.</summary>
/// <param name="Channel">Stable id of the channel's name; 0: all channels.</param>
/// <param name="Purpose">Stable id of the purpose; 0: all purposes.</param>
/// <param name="Given">True: given, false: withdrawn.</param>
/// <param name="At">Event time.</param>
internal readonly record struct ConsentFact(StableId Channel, StableId Purpose, bool Given, Timestamp At);
