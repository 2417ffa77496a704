using Xunit;

namespace Triggers.Servers.Fixtures;

/// <summary>A test that runs programs such as promtool or helm; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Looks for the tools when the tests are discovered.</summary>
    public ToolFactAttribute(params string[] tools)
    {
        Tools = tools;
        Skip = Tool.Missing(tools);
    }

    /// <summary>Names of the programs.</summary>
    public IReadOnlyList<string> Tools { get; }
}
