using Xunit;
using Xunit.Sdk;

namespace Triggers.Conformance.Suites;

/// <summary>A test of a suite: skipped, with the reason, where the class that inherits it cannot run (<see cref="SuiteNeedsAttribute"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Triggers.Conformance.Suites.SuiteDiscoverer", "Triggers.Conformance")]
public sealed class SuiteFactAttribute : FactAttribute;
