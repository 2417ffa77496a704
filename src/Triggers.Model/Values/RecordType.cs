namespace Triggers.Model.Values;

/// <summary>A named type with fields. Immutable.</summary>
public sealed class RecordType
{
    private readonly Dictionary<string, FieldDefinition> _byName;

    /// <summary>A type of these fields; their ordinals must be 0, 1, 2 ….</summary>
    public RecordType(string name, IReadOnlyList<FieldDefinition> fields)
    {
        Name = name;
        Fields = fields;
        _byName = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>As written in rules and errors.</summary>
    public string Name { get; }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The field of this name, or null.</summary>
    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
