namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Anything: checked later, where its type is known.</summary>
internal sealed record AnyShape : Shape
{
    /// <inheritdoc/>
    public override string Expected => "a value";

    /// <inheritdoc/>
    public override string Example => "a value";
}
