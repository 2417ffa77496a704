using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Catalogue;

/// <summary>
/// Types of fields as the event catalogue writes them: basic types, declared records, <c>list(T)</c>, and <c>?</c> for fields that may be absent.
/// </summary>
internal sealed class FieldTypes
{
    private const int DeepestList = 4;
    private const int DeepestRecord = 16;

    private static readonly Dictionary<string, DataType> Basic = new(StringComparer.Ordinal)
    {
        ["string"] = DataType.String,
        ["int"] = DataType.Int,
        ["double"] = DataType.Double,
        ["bool"] = DataType.Bool,
        ["money"] = DataType.Money,
        ["timestamp"] = DataType.Timestamp,
    };

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, YamlEntry> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordType?> _records = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>The basic types and the records under <c>types:</c>.</summary>
    public FieldTypes(YamlMapping? types, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (var entry in types?.Entries ?? [])
        {
            if (Basic.ContainsKey(entry.Name) || entry.Name == "list")
            {
                diagnostics.TypeNameTaken(entry.Key);
            }
            else
            {
                _declared[entry.Name] = entry;
            }
        }

        foreach (var entry in _declared.Values)
        {
            Record(entry);
        }
    }

    /// <summary>The fields of a mapping name → type, after <paramref name="before"/>.</summary>
    public List<FieldDefinition> Fields(YamlMapping? fields, IReadOnlyList<FieldDefinition> before)
    {
        var all = new List<FieldDefinition>(before);
        foreach (var entry in fields?.Entries ?? [])
        {
            if (before.Any(f => f.Name == entry.Name))
            {
                _diagnostics.FieldNameTaken(entry.Key);
            }
            else if (entry.Value is YamlScalar { IsEmpty: false } type)
            {
                // A field of a wrong type is kept, so that conditions on it do not add a second error.
                all.Add(new(entry.Name, all.Count, Type(type, out var optional) ?? DataType.Dyn, optional));
            }
        }

        return all;
    }

    private DataType? Type(YamlScalar scalar, out bool optional)
    {
        var text = scalar.Value.Trim();
        optional = text.EndsWith('?');
        text = optional ? text[..^1].TrimEnd() : text;
        var lists = 0;
        while (text.StartsWith("list(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            text = text[5..^1].Trim();
            lists++;
        }

        if (lists > DeepestList)
        {
            _diagnostics.ListTooDeep(scalar, DeepestList);
            return null;
        }

        var type = Named(text);
        if (type is null)
        {
            _diagnostics.UnknownType(scalar, text, [.. Basic.Keys, .. _declared.Keys, "list(…)"]);
        }

        for (; lists > 0 && type is not null; lists--)
        {
            type = DataType.List(type);
        }

        return type;
    }

    private DataType? Named(string name)
    {
        if (Basic.TryGetValue(name, out var basic))
        {
            return basic;
        }

        return !_declared.TryGetValue(name, out var entry) ? null : Record(entry) is { } record ? DataType.Of(record) : DataType.Dyn;
    }

    /// <summary>The declared record type; null while it is being read, which means that it contains itself.</summary>
    private RecordType? Record(YamlEntry entry)
    {
        if (_records.TryGetValue(entry.Name, out var known))
        {
            if (known is null)
            {
                _diagnostics.TypeContainsItself(entry.Key);
            }

            return known;
        }

        if (_depth == DeepestRecord)
        {
            _diagnostics.RecordTooDeep(entry.Key, DeepestRecord);
            return null;
        }

        _records[entry.Name] = null;
        _depth++;
        var fields = Fields(entry.Value as YamlMapping, []);
        _depth--;
        return _records[entry.Name] = new(entry.Name, fields);
    }
}
