using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>Finds triggers that say the same under different names; order of keys, comments and quotes do not matter.</summary>
internal sealed class SameTriggers(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, YamlScalar> _byContent = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>Warns when an earlier trigger says the same.</summary>
    public void Add(YamlScalar name, YamlMapping trigger)
    {
        _text.Clear();
        Append(trigger.Entries, isTrigger: true);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(_text.ToString().AsSpan()), hash);
        var content = Encoding.Latin1.GetString(hash);
        if (!_byContent.TryAdd(content, name))
        {
            diagnostics.SameTrigger(name, _byContent[content]);
        }
    }

    /// <summary>The entries in the order of their keys; what only names a trigger does not count.</summary>
    private void Append(IReadOnlyList<YamlEntry> entries, bool isTrigger)
    {
        YamlEntry[] sorted = [.. entries];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Name, right.Name));
        _text.Append('{');
        foreach (var entry in sorted)
        {
            if (!isTrigger || entry.Name is not ("trigger" or "label"))
            {
                Append(entry.Key);
                Append(entry.Value);
            }
        }

        _text.Append('}');
    }

    private void Append(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                // Any character may follow, so its length comes first; it needs more than 16 bits.
                _text.Append(':').Append((char)(scalar.Value.Length >> 16)).Append((char)scalar.Value.Length).Append(scalar.Value);
                break;
            case YamlMapping mapping:
                Append(mapping.Entries, isTrigger: false);
                break;
            case YamlSequence sequence:
                _text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Append(item);
                }

                _text.Append(']');
                break;
            default:
                break;
        }
    }
}
