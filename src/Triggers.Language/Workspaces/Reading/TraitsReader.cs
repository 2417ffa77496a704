using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary><c>traits.yaml</c> → traits, and the record type that conditions see as <c>customer</c>.</summary>
internal sealed class TraitsReader(EventReference events, DiagnosticBag diagnostics)
{
    private static readonly FieldDefinition[] BuiltIn =
    [
        new("id", WorkspacePlan.CustomerIdOrdinal, DataType.String, Optional: false),
        new("kind", WorkspacePlan.CustomerKindOrdinal, DataType.String, Optional: false),
    ];

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
                // A trait that is wrong, or not built, still exists: conditions that use it are not wrong because of that.
                var source = events.Field((entry.Value as YamlMapping)?.Scalar("latest"));
                var field = new FieldDefinition(entry.Name, fields.Count, source?.Field.Type ?? DataType.Dyn, Optional: true);
                fields.Add(field);
                if (source is { } known)
                {
                    traits.Add(new(entry.Name, field, known.Event, known.Field));
                }
            }
        }

        return (traits, new("customer", fields));
    }
}
