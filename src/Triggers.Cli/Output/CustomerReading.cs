using Triggers.Engine.Portraits;
using Triggers.Engine.State;
using Triggers.Files.Sources;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;

namespace Triggers.Cli.Output;

/// <summary>What became of customers in files of events, where only one of them is asked about.</summary>
public sealed class CustomerReading
{
    private readonly WorkspacePlan _plan;
    private readonly FileRun _run;

    private CustomerReading(WorkspacePlan plan, FileRun run, IReadOnlyList<Identifier> found) => (_plan, _run, Found) = (plan, run, found);

    /// <summary>Who is known by the id: one, nobody, or different customers with the same value.</summary>
    public IReadOnlyList<Identifier> Found { get; }

    /// <summary>How many customers had an event.</summary>
    public int Customers => _run.Summary.Customers;

    /// <summary>Runs the rules over the files and keeps no results.</summary>
    /// <param name="plan">The rules.</param>
    /// <param name="files">The events.</param>
    /// <param name="until">Where the clock stops.</param>
    /// <param name="id">kind:value, or the value alone.</param>
    /// <param name="terminal">Shows how far it is.</param>
    /// <exception cref="Runtime.Ports.OutsideFault">The events cannot be read.</exception>
    public static CustomerReading Of(WorkspacePlan plan, IReadOnlyList<EventFileName> files, RunUntil until, string id, Terminal terminal)
    {
        var rules = new Ruleset(plan);
        using var feed = new CustomerSearch(new EventFiles(files, plan.Catalogue, rules.SelectionForFiles), id, until.Time);
        var run = new FileRun(rules, until, new NoResults());
        RunProgress.Show(terminal, "Reading events", report => run.Execute(feed, terminal.Time, report));
        return new(plan, run, feed.Found);
    }

    /// <summary>The customer when the clock stopped.</summary>
    public CustomerPortrait Portrait(Identifier customer)
    {
        var key = KeySecret.ForFiles.KeyOf(customer);
        return CustomerPortrait.Of(_plan, _run.StateOf(key) ?? new CustomerState(key), _run.Time);
    }
}
