using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Finds triggers that say the same under different names; order of keys, comments and quotes do not matter.</summary>
internal sealed class SameTriggers(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, YamlScalar> _byContent = new(StringComparer.Ordinal);

    /// <summary>Warns when an earlier trigger says the same.</summary>
    public void Add(YamlScalar name, YamlMapping trigger)
    {
        var text = new StringBuilder();
        Append(text, trigger.Entries.Where(e => e.Name is not ("trigger" or "label")));
        if (!_byContent.TryAdd(text.ToString(), name))
        {
            diagnostics.SameTrigger(name, _byContent[text.ToString()]);
        }
    }

    private static void Append(StringBuilder text, IEnumerable<YamlEntry> entries)
    {
        text.Append('{');
        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            Append(text, entry.Key);
            Append(text, entry.Value);
        }

        text.Append('}');
    }

    private static void Append(StringBuilder text, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                text.Append(scalar.Value.Length).Append(':').Append(scalar.Value);
                break;
            case YamlMapping mapping:
                Append(text, mapping.Entries);
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Append(text, item);
                }

                text.Append(']');
                break;
            default:
                break;
        }
    }
}
