using System.Text;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Conformance.Pipelines;

/// <summary>The hash values that Kafka's own tests expect, and the partitions that follow from them.</summary>
public sealed class Murmur2Tests
{
    [Theory]
    [InlineData("21", -973932308)]
    [InlineData("foobar", -790332482)]
    [InlineData("a-little-bit-long-string", -985981536)]
    [InlineData("a-little-bit-longer-string", -1486304829)]
    [InlineData("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971)]
    [InlineData("abc", 479470107)]
    public void Hashes_are_those_of_Kafka(string key, int hash)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        Assert.Equal(hash, unchecked((int)Murmur2.Hash(bytes)));
        Assert.Equal((hash & int.MaxValue) % 12, Murmur2.PartitionOf(bytes, 12));
    }
}
