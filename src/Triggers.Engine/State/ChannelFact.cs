using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What a customer did on one channel. <see cref="Timestamp.Beginning"/> stands for a time that never was.</summary>
/// <param name="Channel">Stable id of the channel's name.</param>
/// <param name="WroteAt">Event time of the customer's newest message.</param>
/// <param name="AnsweredAt">Event time at which a message was opened or clicked last.</param>
internal readonly record struct ChannelFact(StableId Channel, Timestamp WroteAt, Timestamp AnsweredAt);
