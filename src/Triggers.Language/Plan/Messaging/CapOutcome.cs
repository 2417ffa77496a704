namespace Triggers.Language.Plan.Messaging;

/// <summary>What happens to a message that a cap does not let through.</summary>
public enum CapOutcome
{
    /// <summary>It is refused.</summary>
    Drop,

    /// <summary>The next channel is tried; when there is none it is refused.</summary>
    NextChannel,

    /// <summary>When no other channel lets it through it is held until the cap has room again, and then judged anew.</summary>
    Defer,
}
