using Xunit;

namespace Triggers.Servers.Fixtures;

/// <summary>All tests against real servers: one after the other, on servers that are started once. Use as <c>[Collection(ServerCollection.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<ServerSet>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "servers";
}
