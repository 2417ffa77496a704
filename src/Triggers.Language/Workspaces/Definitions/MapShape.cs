namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Names that the author chooses, each with a value.</summary>
/// <param name="Key">What a name may be.</param>
/// <param name="Value">What each value is.</param>
internal sealed record MapShape(ScalarShape Key, Shape Value) : Shape
{
    /// <summary>Whether there must be at least one name.</summary>
    public bool MustHaveOne { get; init; }

    /// <inheritdoc/>
    public override string Expected => "a group of names with values";

    /// <inheritdoc/>
    public override string Example => "`name: value` lines below it, each indented by two blanks";
}
