using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A short form and a long form of the same thing, told apart by being a single value, a list or a group of keys.</summary>
/// <param name="Forms">At most one of each sort.</param>
internal sealed record EitherShape(IReadOnlyList<Shape> Forms) : Shape
{
    /// <inheritdoc/>
    public override string Expected => string.Join(" or ", Forms.Select(f => f.Expected));

    /// <inheritdoc/>
    public override string Example => string.Join(", or ", Forms.Select(f => f.Example));

    /// <summary>The form that <paramref name="node"/> is meant to be; null when there is none of its sort.</summary>
    public Shape? For(YamlNode node) => Forms.FirstOrDefault(form => form switch
    {
        ScalarShape => node is YamlScalar,
        ListShape => node is YamlSequence,
        _ => node is YamlMapping,
    });
}
