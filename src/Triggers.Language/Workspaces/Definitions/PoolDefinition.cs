namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of a code pool in <c>codes/*.yaml</c>.</summary>
internal static class PoolDefinition
{
    public static ObjectDefinition Root { get; } = new("pool", "a code pool", "Codes that are given out once each, ever, in this order. New ones are added at the end.",
    [
        new("pool", Scalars.Name, "Name of the pool, unique in the workspace.") { IsRequired = true },
        new("codes", new ListShape(Scalars.Text), "The codes."),
        new("count", Scalars.Whole(1, 100_000_000), "So many: the codes are the numbers from 1, and the shop knows what each is worth."),
    ]) { ExactlyOne = ["codes", "count"] };
}
