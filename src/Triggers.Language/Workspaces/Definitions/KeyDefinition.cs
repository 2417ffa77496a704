namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A key of an <see cref="ObjectDefinition"/>.</summary>
/// <param name="Name">As written.</param>
/// <param name="Shape">What its value is.</param>
/// <param name="Doc">What it means, one or two sentences for a marketer; shown by editors.</param>
internal sealed record KeyDefinition(string Name, Shape Shape, string Doc)
{
    /// <summary>What messages call its value.</summary>
    public string Quoted { get; } = $"`{Name}`";

    /// <summary>Must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Has a meaning only beside one of these keys; empty: always.</summary>
    public IReadOnlyList<string> OnlyWith { get; init; } = [];
}
