using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Customers;

/// <summary><c>segments.yaml</c> → segments and stages.</summary>
internal sealed class SegmentsReader(Variable customer, Conditions conditions, ConstantConditions constants, DiagnosticBag diagnostics)
{
    /// <summary>Segments and stages in the order of the file.</summary>
    public MembershipNames Read(YamlMapping? root)
    {
        var names = new MembershipNames();
        Read(root, "segments", MembershipKind.Segment, names);
        Read(root, "stages", MembershipKind.Stage, names);
        return names;
    }

    /// <summary>Something that conditions follow must not depend on what they follow.</summary>
    public static void CheckSource(CompiledExpression? condition, YamlScalar? text, DiagnosticBag diagnostics)
    {
        if (condition?.Fields.Any(f => f.Slot == EvaluationFrame.Customer &&
            f.Field.Ordinal is WorkspacePlan.CustomerSegmentsOrdinal or WorkspacePlan.CustomerStageOrdinal) == true)
        {
            diagnostics.SegmentOfSegments(text!);
        }
    }

    private void Read(YamlMapping? root, string key, MembershipKind kind, MembershipNames names)
    {
        foreach (var entry in root?.Mapping(key)?.Entries ?? [])
        {
            var text = entry.Value as YamlScalar;
            var condition = conditions.Condition(text, [customer]);
            constants.Segment(entry.Key, text, condition, isStage: kind == MembershipKind.Stage);
            CheckSource(condition, text, diagnostics);
            names.Add(kind, entry.Name, condition);
        }
    }
}
