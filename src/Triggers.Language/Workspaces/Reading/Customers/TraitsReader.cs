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
    private static readonly FieldDefinition[] BuiltIn =
    [
        new("id", WorkspacePlan.CustomerIdOrdinal, DataType.String, Optional: false),
        new("kind", WorkspacePlan.CustomerKindOrdinal, DataType.String, Optional: false),
    ];

    private readonly List<YamlScalar> _names = [];

    /// <summary>Where each trait is declared.</summary>
    public IReadOnlyList<YamlScalar> Declared => _names;

    /// <summary>The traits in the order of the file, and <c>customer</c>.</summary>
    public (IReadOnlyList<TraitPlan> Traits, RecordType Customer) Read(YamlMapping? root)
    {
        var traits = new List<TraitPlan>();
        var fields = new List<FieldDefinition>(BuiltIn);
        var names = new UniqueNames("trait", diagnostics);
        foreach (var entry in root?.Mapping("traits")?.Entries ?? [])
        {
            if (BuiltIn.Any(f => f.Name == entry.Name))
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
        var trait = entry.Value is YamlMapping mapping ? reader.Read(mapping) : null;
        var field = new FieldDefinition(entry.Name, fields.Count, trait?.Type ?? DataType.Dyn, trait?.Optional ?? true);
        fields.Add(field);
        if (trait is { Kind: "latest", Source: { IsDirect: true } source })
        {
            traits.Add(new(entry.Name, field, source.Event, source.First));
        }
    }
}
