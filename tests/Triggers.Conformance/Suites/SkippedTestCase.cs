using Xunit.Abstractions;
using Xunit.Sdk;

namespace Triggers.Conformance.Suites;

/// <summary>A test that is not run, with the reason. Travels between processes.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    private const string Reason = "SuiteCannotRunBecause";

    private string _reason = "";

    [Obsolete("For deserialisation only.")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(string reason, IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method) => _reason = reason;

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(Reason, _reason);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        // First, because the base asks for it.
        _reason = data.GetValue<string>(Reason);
        base.Deserialize(data);
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => _reason;
}
