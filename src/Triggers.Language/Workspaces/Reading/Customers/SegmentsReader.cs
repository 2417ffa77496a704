using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary><c>segments.yaml</c> → the segments.</summary>
internal sealed class SegmentsReader(Variable customer, Conditions conditions, ConstantConditions constants)
{
    /// <summary>The names of the segments.</summary>
    public IReadOnlySet<string> Read(YamlMapping? root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in root?.Mapping("segments")?.Entries ?? [])
        {
            names.Add(entry.Name);
            var text = entry.Value as YamlScalar;
            constants.Segment(entry.Key, text, conditions.Condition(text, [customer]));
        }

        return names;
    }
}
