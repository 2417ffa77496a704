namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>How a run of a rule test came to its end.</summary>
internal enum RunEnd
{
    /// <summary>An <c>until</c> event, or one that was not to come, ended it.</summary>
    Ended,

    /// <summary>The start event came again and its wait began again, as another <see cref="RunLife"/>.</summary>
    BeganAgain,

    /// <summary>Its deadline came: there is a decision.</summary>
    Fired,

    /// <summary>A step did not come in its time.</summary>
    Expired,

    /// <summary>It did not begin: <c>again</c> did not let it.</summary>
    NotAgain,

    /// <summary>It did not begin: as many of the customer waited as may.</summary>
    Crowded,
}
