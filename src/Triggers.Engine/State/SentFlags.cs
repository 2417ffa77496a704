namespace Triggers.Engine.State;

/// <summary>What a place of a message counts as. The numbers stand in state blobs: they never change.</summary>
[Flags]
internal enum SentFlags : byte
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>Counts toward caps.</summary>
    Counts = 1,

    /// <summary>Went out while the channel's reply window was closed.</summary>
    Broadcast = 2,

    /// <summary>Held: the place is reserved.</summary>
    Held = 4,
}
