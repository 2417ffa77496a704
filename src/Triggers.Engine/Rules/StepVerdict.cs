namespace Triggers.Engine.Rules;

/// <summary>What an event does to a run on its way through the steps.</summary>
internal enum StepVerdict
{
    /// <summary>Nothing.</summary>
    Untouched,

    /// <summary>It was not the one that must not come next; the step behind waits on.</summary>
    Passed,

    /// <summary>One of several that the step needs.</summary>
    Seen,

    /// <summary>The step is done.</summary>
    Advanced,

    /// <summary>It came and should not have, or something else came before a strict step.</summary>
    Ended,
}
