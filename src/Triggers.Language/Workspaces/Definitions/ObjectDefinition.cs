namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A group of fixed keys.</summary>
/// <param name="Name">Unique; part of the feature names in <see cref="UnbuiltFeatures"/> and of the schema.</param>
/// <param name="Noun">What messages call it, with its article: <c>a trigger</c>.</param>
/// <param name="Doc">What it is, for editors.</param>
/// <param name="Keys">Its keys, in the order in which they are best written.</param>
internal sealed record ObjectDefinition(string Name, string Noun, string Doc, IReadOnlyList<KeyDefinition> Keys) : Shape
{
    private readonly Dictionary<string, KeyDefinition> _byName = Keys.ToDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>Exactly one of these keys must be given; empty: no such rule.</summary>
    public IReadOnlyList<string> ExactlyOne { get; init; } = [];

    /// <summary>What other keys may hold; null: there are no other keys.</summary>
    public Shape? Others { get; init; }

    /// <summary>The names of all keys.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(k => k.Name)];

    /// <inheritdoc/>
    public override string Expected => "a group of keys";

    /// <inheritdoc/>
    public override string Example => $"`{Keys[0].Name}: …` and other keys below it, or `{{ {Keys[0].Name}: … }}`";

    /// <summary>The key of this name, or null.</summary>
    public KeyDefinition? Find(string name) => _byName.GetValueOrDefault(name);
}
