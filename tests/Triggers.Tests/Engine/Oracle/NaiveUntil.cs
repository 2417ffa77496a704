namespace Triggers.Tests.Engine.Oracle;

/// <summary>An event that ends runs.</summary>
/// <param name="Event">Its type.</param>
/// <param name="Key">Only the runs of this key; null: all.</param>
/// <param name="Where">Only when true; null: always.</param>
internal sealed record NaiveUntil(string Event, NaiveKey? Key, Condition? Where)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Event}{(Key is null ? "" : $" key {Key}")}{(Where is null ? "" : $" where {Where}")}";
}
