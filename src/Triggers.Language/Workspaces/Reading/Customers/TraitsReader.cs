using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary><c>traits.yaml</c> → traits, and the record type that conditions see as <c>customer</c>.</summary>
internal sealed class TraitsReader(TraitReader reader, DiagnosticBag diagnostics)
{
    private readonly List<YamlScalar> _names = [];

    /// <summary>Where each trait is declared.</summary>
    public IReadOnlyList<YamlScalar> Declared => _names;

    /// <summary>The traits in the order of the file, and <c>customer</c>.</summary>
    public (IReadOnlyList<TraitPlan> Traits, RecordType Customer) Read(YamlMapping? root)
    {
        var traits = new List<TraitPlan>();
        var fields = new List<FieldDefinition>(WorkspacePlan.BuiltInFields);
        var names = new UniqueNames("trait", diagnostics);
        foreach (var entry in root?.Mapping("traits")?.Entries ?? [])
        {
            if (WorkspacePlan.BuiltInFields.Any(f => f.Name == entry.Name))
            {
                diagnostics.TraitNameTaken(entry.Key);
            }
            else if (Names.IsIdentifier(entry.Name) && names.Add(entry.Key))
            {
                Add(entry, fields, traits);
            }
        }

        return (traits, new("customer", fields));
    }

    /// <summary>A trait that is wrong, or not built, still exists: conditions that use it are not wrong because of that.</summary>
    private void Add(YamlEntry entry, List<FieldDefinition> fields, List<TraitPlan> traits)
    {
        _names.Add(entry.Key);
        var (field, plan) = reader.Read(entry.Name, fields.Count, entry.Value as YamlMapping);
        fields.Add(field);
        if (plan is not null)
        {
            traits.Add(plan);
        }
    }
}
