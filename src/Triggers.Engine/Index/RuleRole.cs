namespace Triggers.Engine.Index;

/// <summary>What an event does for a trait or trigger when its condition holds.</summary>
internal enum RuleRole
{
    /// <summary>A trait takes it.</summary>
    Trait,

    /// <summary>It says something about messages; the owner is the <see cref="WordsKind"/>.</summary>
    Words,

    /// <summary>An <c>until</c> ends runs.</summary>
    Until,

    /// <summary>A step of a run under way: takes it on, or ends it.</summary>
    Step,

    /// <summary>It breaks, or satisfies, a step that looks at every event.</summary>
    Any,

    /// <summary>The first step.</summary>
    Start,
}
