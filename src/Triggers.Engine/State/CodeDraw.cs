using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>The code that a held message will bring: put back when it is not sent after all.</summary>
/// <param name="Message">The first 64 bits of its id.</param>
/// <param name="Pool">Stable id of the pool.</param>
/// <param name="Code">Its index in the pool.</param>
internal readonly record struct CodeDraw(ulong Message, StableId Pool, int Code);
