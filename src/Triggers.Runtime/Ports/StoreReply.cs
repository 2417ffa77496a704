namespace Triggers.Runtime.Ports;

/// <summary>What a script on the state store answered. Every script is safe to resend as it is.</summary>
public enum StoreReply
{
    /// <summary>Done now, by this call.</summary>
    Ok,

    /// <summary>The very same was done before.</summary>
    Already,

    /// <summary>Refused: the store holds another owner's token, or none.</summary>
    Fenced,

    /// <summary>Not at the expected place: smaller, missing, or being copied.</summary>
    Behind,

    /// <summary>No answer in time, or the connection was lost: done or not done. Resend, or read the stamp.</summary>
    Unknown,
}
