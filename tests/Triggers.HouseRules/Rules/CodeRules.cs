using Microsoft.CodeAnalysis.CSharp.Syntax;
using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules.Rules;

/// <summary>What code must not say, and where.</summary>
internal static class CodeRules
{
    private static readonly string[] ClockReads =
        ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Environment.TickCount", "Environment.TickCount64"];

    private static readonly string[] Blocking = ["Result", "Wait", "GetResult"];

    /// <summary>Time is given: by records, by <see cref="TimeProvider"/> at the edge.</summary>
    public static Rule Clock { get; } = new(
        "clock",
        file => file.IsCode && !file.IsIn("tests/Triggers.Servers"),
        file => Accesses(file, ClockReads).Select(at => file.At(at, $"{Short(at)} reads the machine's clock; take the time from the record, or from a TimeProvider at the edge")));

    /// <summary>The same input gives the same bytes, so chance comes from seeds and ids.</summary>
    public static Rule Chance { get; } = new(
        "chance",
        file => file.IsCode,
        file => Accesses(file, ["Random.Shared"]).Select(at => file.At(at, $"{Short(at)} cannot be repeated; seed a generator of your own"))
            .Concat(file.Nodes<ObjectCreationExpressionSyntax>()
                .Where(made => made.Type.ToString() == "Random" && made.ArgumentList?.Arguments.Count == 0)
                .Select(made => file.At(made, "new Random() cannot be repeated; give it a seed"))));

    /// <summary>Waiting is waiting for something.</summary>
    public static Rule Sleep { get; } = new(
        "sleep",
        file => file.IsCode && !file.IsIn("tests/Triggers.Servers"),
        file => Accesses(file, ["Thread.Sleep", "Task.Delay", "Thread.SpinWait"]).Select(at => file.At(at, $"{Short(at)} waits for time to pass; wait for what you need instead")));

    /// <summary>
    /// No thread is blocked on a task. In a file that names neither tasks nor methods in Async, and in the pure projects (<see cref="PurityRules"/>), a Result is a name like any
    /// other.
    /// </summary>
    public static Rule BlockingWait { get; } = new(
        "blocking wait",
        file => file.IsCode && file.IsIn("src") && !file.IsIn("src/Triggers.Model", "src/Triggers.Language", "src/Triggers.Engine"),
        file => !NamesTasks(file) ? [] : file.Nodes<SimpleNameSyntax>()
            .Where(name => Blocking.Contains(name.Identifier.ValueText) && IsMember(name) && !Is(name.Parent!, "Monitor.Wait"))
            .Where(name => name.Identifier.ValueText == "Result" || name.Parent!.Parent is InvocationExpressionSyntax)
            .Select(name => file.At(name, $".{name.Identifier.ValueText} blocks a thread on a task; await it")));

    /// <summary>Only the edge speaks to a terminal.</summary>
    public static Rule Terminal { get; } = new(
        "terminal",
        file => file.IsCode && !file.IsIn("src/Triggers.Cli", "src/Triggers.Hosting", "load-tests"),
        file => file.Nodes<MemberAccessExpressionSyntax>()
            .Where(access => Plain(access.Expression) == "Console")
            .Select(access => file.At(access, $"{Short(access)}: only the command line and the host speak to a terminal; give the text back, or take INotices")));

    /// <summary>What is there works.</summary>
    public static Rule Stub { get; } = new(
        "stub",
        file => file.IsCode,
        file => file.Nodes<ObjectCreationExpressionSyntax>()
            .Where(made => made.Type.ToString() == "NotImplementedException")
            .Select(made => file.At(made, "a stub; finish it, or take the member away")));

    private static IEnumerable<MemberAccessExpressionSyntax> Accesses(SourceFile file, string[] members) =>
        file.Nodes<MemberAccessExpressionSyntax>().Where(access => members.Any(member => Is(access, member)));

    private static bool NamesTasks(SourceFile file) =>
        file.Nodes<SimpleNameSyntax>().Any(name => name.Identifier.ValueText is "Task" or "ValueTask" || name.Identifier.ValueText.EndsWith("Async", StringComparison.Ordinal));

    private static bool Is(Microsoft.CodeAnalysis.SyntaxNode node, string member) => Plain(node) == member;

    private static string Plain(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var text = string.Concat(node.DescendantTokens().Select(token => token.Text));
        foreach (var prefix in (string[])["global::", "System.", "Threading.", "Tasks."])
        {
            text = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        }

        return text;
    }

    private static string Short(MemberAccessExpressionSyntax access) => Plain(access);

    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        _ => false,
    };
}
