namespace Triggers.Language.Workspaces.Definitions;

/// <summary>A list with at least one item.</summary>
/// <param name="Item">What each item is.</param>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether the list may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    /// <inheritdoc/>
    public override string Expected => "a list";

    /// <inheritdoc/>
    public override string Example => Item is ScalarShape ? "a list in brackets: `[one, two]`" : "a list: one line with `- ` for each item";
}
