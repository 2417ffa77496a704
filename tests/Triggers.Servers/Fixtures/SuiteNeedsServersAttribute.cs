using Triggers.Conformance.Suites;

namespace Triggers.Servers.Fixtures;

/// <summary>A conformance suite against real servers; skipped, with the reason, where one cannot be had. The class belongs to <see cref="ServerCollection"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SuiteNeedsServersAttribute(Needs needs) : SuiteNeedsAttribute
{
    /// <summary>What the suite talks to.</summary>
    public Needs Needs { get; } = needs;

    /// <inheritdoc/>
    public override string? Missing => ServerFactAttribute.MissingOf(Needs);
}
