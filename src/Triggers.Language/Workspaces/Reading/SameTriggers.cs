using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Finds triggers that say the same under different names; order of keys, comments and quotes do not matter.</summary>
internal sealed class SameTriggers(DiagnosticBag diagnostics)
{
    private readonly Dictionary<UInt128, YamlScalar> _byContent = [];
    private readonly StringBuilder _text = new();

    /// <summary>Warns when an earlier trigger says the same.</summary>
    public void Add(YamlScalar name, YamlMapping trigger)
    {
        _text.Clear();
        Append(_text, trigger.Entries.Where(e => e.Name is not ("trigger" or "label")));
        var content = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())));
        if (!_byContent.TryAdd(content, name))
        {
            diagnostics.SameTrigger(name, _byContent[content]);
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
