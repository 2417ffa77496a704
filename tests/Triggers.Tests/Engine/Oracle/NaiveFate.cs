namespace Triggers.Tests.Engine.Oracle;

/// <summary>What an event does to a run on its way through the steps.</summary>
internal enum NaiveFate
{
    /// <summary>Nothing.</summary>
    Untouched,

    /// <summary>It was not the one that must not come next; the run waits for the step behind.</summary>
    Passed,

    /// <summary>One of several that the step needs.</summary>
    Seen,

    /// <summary>The step is done.</summary>
    Advanced,

    /// <summary>The run ends.</summary>
    Ended,
}
