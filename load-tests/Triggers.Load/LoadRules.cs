using System.Globalization;
using Triggers.Language.Plan;
using Triggers.Load.Baselines;

namespace Triggers.Load;

/// <summary>The rules of one workload by name: <c>cart</c>, or <c>rules-N</c> with N of 1 and more.</summary>
internal sealed class LoadRules
{
    private readonly int _rules;

    private LoadRules(string name, int rules) => (Name, _rules) = (name, rules);

    /// <summary>For instance <c>rules-100</c>.</summary>
    internal string Name { get; }

    /// <summary>What another implementation gives for this workload, or null where nothing is stated for so many events.</summary>
    internal StatedOutputs? Stated(int events) => StatedOutputs.Find(Name, events);

    /// <summary>The workload of this name; null when there is none.</summary>
    internal static LoadRules? Find(string name) =>
        name == "cart" ? new(name, 0)
        : name.StartsWith("rules-", StringComparison.Ordinal) && int.TryParse(name.AsSpan("rules-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var rules) && rules > 0
            ? new(name, rules)
            : null;

    /// <summary>The rules, compiled.</summary>
    /// <exception cref="InvalidOperationException">This version does not take them; says why.</exception>
    internal WorkspacePlan Compile() => LoadWorkspace.Compile(_rules == 0 ? CartRules.Files : RulesWorkload.Files(_rules));

    /// <summary>A loop that was written by hand for just these rules.</summary>
    internal IHandWritten ByHand() => _rules == 0 ? new HandWrittenCart() : new HandWrittenRules(_rules);
}
