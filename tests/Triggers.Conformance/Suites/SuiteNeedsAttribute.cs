namespace Triggers.Conformance.Suites;

/// <summary>What a class that inherits a suite needs to run. Each kind of server derives its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class SuiteNeedsAttribute : Attribute
{
    /// <summary>Why the suite cannot run here; null: it can.</summary>
    public abstract string? Missing { get; }
}
