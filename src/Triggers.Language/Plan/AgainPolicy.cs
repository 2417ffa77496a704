namespace Triggers.Language.Plan;

/// <summary>How often a trigger may happen to one customer.</summary>
public enum AgainPolicy
{
    /// <summary>At most one message, ever.</summary>
    Once,

    /// <summary>At most one message for each key, ever.</summary>
    OncePerKey,

    /// <summary>No run begins while another of the trigger is under way, whatever its key.</summary>
    AfterExit,

    /// <summary>No message sooner after the last message than the pause.</summary>
    AfterMessage,

    /// <summary>No run begins sooner after the last run began than the pause.</summary>
    AfterEntry,
}
