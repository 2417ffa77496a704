using System.Text;
using System.Text.Json;
using Triggers.Runtime.Contracts;
using Xunit;

namespace Triggers.Tests.Contracts;

public sealed class DeadLetterTests
{
    private const string Reason = "Field `n` of order is \"many\": a whole number is needed.";

    [Fact]
    public void Every_byte_comes_back_wherever_it_stands_in_the_value()
    {
        for (var unit = 0; unit < 256; unit++)
        {
            for (var before = 0; before < 10; before++)
            {
                byte[] value = [.. Enumerable.Repeat((byte)'a', before), (byte)unit, .. "~ end"u8];
                Compare(new("retail", 0, unit, Reason, value));
            }
        }
    }

    [Fact]
    public void Letters_one_after_the_other_may_differ_in_anything()
    {
        var random = new Random(4);
        string[] reasons = [Reason, "Ärger", new string('r', 3_000), "Because."];
        string[] topics = ["retail", "clicks\\2"];
        string[] values = ["1,ann,2.50", "1,\"ann\",2", "\u00FC", "", "line\nend", new string('v', 2_000)];
        for (var round = 0; round < 3_000; round++)
        {
            var value = Encoding.UTF8.GetBytes(values[random.Next(values.Length)]);
            Compare(new(topics[random.Next(2)], random.Next(2), random.NextInt64(), reasons[random.Next(reasons.Length)], value));
        }
    }

    private static void Compare(DeadLetter letter)
    {
        var line = DeadLetterJson.Line(letter).ToArray();
        Assert.Equal((byte)'\n', line[^1]);
        Assert.Equal(line[..^1], DeadLetterJson.Write(letter));

        using var json = JsonDocument.Parse(DeadLetterJson.Write(letter));
        var names = json.RootElement.EnumerateObject().Select(field => field.Name).ToList();
        Assert.Equal(["reason", "topic", "partition", "offset"], names[..4]);
        Assert.Equal(letter.Reason, json.RootElement.GetProperty("reason").GetString());
        Assert.Equal(letter.Topic, json.RootElement.GetProperty("topic").GetString());
        Assert.Equal(letter.Partition, json.RootElement.GetProperty("partition").GetInt32());
        Assert.Equal(letter.Offset, json.RootElement.GetProperty("offset").GetInt64());
        var value = json.RootElement.GetProperty(names[4]);
        Assert.Equal(letter.Value.ToArray(), names[4] == "value" ? Encoding.UTF8.GetBytes(value.GetString()!) : value.GetBytesFromBase64());
        Assert.Equal(5, names.Count);
    }
}
