using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Triggers.Conformance.Suites;

/// <summary>Makes test cases of <see cref="SuiteFactAttribute"/>.</summary>
public sealed class SuiteDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var missing = testMethod.TestClass.Class.ToRuntimeType().GetCustomAttribute<SuiteNeedsAttribute>()?.Missing;
        return missing is null
            ? base.CreateTestCase(discoveryOptions, testMethod, factAttribute)
            : new SkippedTestCase(missing, DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
    }
}
