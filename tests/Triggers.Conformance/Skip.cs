namespace Triggers.Conformance;

/// <summary>Skips a running test with a reason, for suites whose adapter needs a server that is not there.</summary>
public static class Skip
{
    /// <summary>Skips unless <paramref name="reason"/> is null.</summary>
    public static void Because(string? reason)
    {
        if (reason is not null)
        {
            throw new SkippedException(reason);
        }
    }
}
