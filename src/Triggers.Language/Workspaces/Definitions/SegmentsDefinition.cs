namespace Triggers.Language.Workspaces.Definitions;

/// <summary>Keys of <c>segments.yaml</c>.</summary>
internal static class SegmentsDefinition
{
    public static ObjectDefinition Root { get; } = new("segments", "the segments", "Named conditions over a customer; entering and leaving them can start triggers.",
    [
        new("segments", new MapShape(Scalars.Name, Scalars.Expression), "Name and condition: loyal: \"customer.orders_year >= 4\"."),
        new("stages", new MapShape(Scalars.Name, Scalars.Expression), "Stages of a customer's life, in order: the first whose condition holds is the customer's."),
    ]);
}
