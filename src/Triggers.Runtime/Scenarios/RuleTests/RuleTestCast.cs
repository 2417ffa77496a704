using Triggers.Language.Plan;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Customers;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>
/// The customers of a rule test. A test names them by one word; all are known by the kind of identifier that the workspace's sources name first, so that the same word is the
/// same customer in every event.
/// </summary>
internal sealed class RuleTestCast
{
    private const string AnyKind = "user";

    private readonly string _kind;
    private readonly Dictionary<CustomerKey, string> _names = [];

    public RuleTestCast(WorkspacePlan plan, RuleTest test)
    {
        _kind = plan.Catalogue.Sources.SelectMany(source => source.Customer).Select(identifier => identifier.Key).FirstOrDefault(AnyKind);
        foreach (var name in test.Customers.Select(c => c.Id).Concat(test.Given.Select(e => e.Customer)))
        {
            _names[KeyOf(name)] = name;
        }
    }

    /// <summary>True when the test speaks of one customer, so that naming them says nothing.</summary>
    public bool IsOne => _names.Count == 1;

    /// <summary>How the sources know the customer of this name.</summary>
    public Identifier IdentifierOf(string name) => new(_kind, name);

    /// <summary>The key of the customer of this name.</summary>
    public CustomerKey KeyOf(string name) => KeySecret.ForFiles.KeyOf(IdentifierOf(name));

    /// <summary>The name of a customer.</summary>
    public string NameOf(CustomerKey customer) => _names[customer];
}
