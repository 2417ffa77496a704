namespace Triggers.Runtime.Ports;

/// <summary>The outside world (broker, Redis, file, configuration) did not do what was asked. The message says what happened, with which value, and the remedy.</summary>
public sealed class OutsideFault : Exception
{
    /// <summary>Made where the foreign exception was caught; the sentences are shown to people as they are.</summary>
    /// <param name="message">What happened and with which value; one sentence.</param>
    /// <param name="remedy">What to do; one sentence.</param>
    /// <param name="retry">True when trying again later may help.</param>
    /// <param name="inner">The adapter's exception, for the log only.</param>
    public OutsideFault(string message, string remedy, bool retry = false, Exception? inner = null)
        : base(message, inner)
    {
        Remedy = remedy;
        Retry = retry;
    }

    /// <summary>What the operator can do; one sentence.</summary>
    public string Remedy { get; }

    /// <summary>True when trying again later may help.</summary>
    public bool Retry { get; }
}
