using System.Security.Cryptography;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Rulesets;

/// <summary>Bundles → rules, each compiled once. One cache serves one thread: its rulesets reuse their buffers.</summary>
public sealed class RulesetCache
{
    private readonly Dictionary<string, Ruleset> _byBundle = new(StringComparer.Ordinal);

    /// <summary>Rules from the body of a rules record or from the rules topic.</summary>
    /// <exception cref="OutsideFault">This build cannot read them: written by a newer one, or damaged.</exception>
    public Ruleset Resolve(ReadOnlyMemory<byte> bundle)
    {
        var hash = Convert.ToHexString(SHA256.HashData(bundle.Span));
        if (!_byBundle.TryGetValue(hash, out var rules))
        {
            rules = new(Compile(bundle));
            _byBundle.Add(hash, rules);
        }

        return rules;
    }

    private static WorkspacePlan Compile(ReadOnlyMemory<byte> bundle)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            return WorkspaceCompiler.Compile(WorkspaceBundle.Unpack(bundle), diagnostics)
                ?? throw Unreadable(diagnostics.Sorted()[0].Message);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable(e.Message);
        }
    }

    private static OutsideFault Unreadable(string why) => new(
        $"A rules record of the log cannot be used by this version of Triggers: {why}", "Run the version that published it, or a newer one.");
}
