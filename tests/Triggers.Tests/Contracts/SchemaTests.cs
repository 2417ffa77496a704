using System.Text;
using System.Text.Json.Nodes;
using Triggers.Runtime.Contracts;
using Triggers.Tests.Docs;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Contracts;

public sealed class SchemaTests
{
    [Fact]
    public void Messages_and_decisions_keep_their_schemas_with_all_fields_and_with_few()
    {
        ContractSchema.Message.Verify(MessageJson.Write(SampleContracts.BareMessage));
        ContractSchema.Message.Verify(MessageJson.Write(SampleContracts.FullMessage));
        ContractSchema.Decision.Verify(DecisionJson.Write(SampleContracts.BareDecision));
        ContractSchema.Decision.Verify(DecisionJson.Write(SampleContracts.FullDecision));
    }

    [Fact]
    public void The_schemas_describe_every_field_that_is_written_and_no_other()
    {
        Assert.Equal(Described(ContractSchema.Message), Fields(MessageJson.Write(SampleContracts.FullMessage)));
        Assert.Equal(Described(ContractSchema.Decision), Fields(DecisionJson.Write(SampleContracts.FullDecision)));
    }

    [Fact]
    public void A_field_that_is_required_is_always_written()
    {
        Assert.Empty(Required(ContractSchema.Message).Except(Fields(MessageJson.Write(SampleContracts.BareMessage))));
        Assert.Empty(Required(ContractSchema.Decision).Except(Fields(DecisionJson.Write(SampleContracts.BareDecision))));
    }

    [Theory]
    [InlineData("id", "\"abc\"")]
    [InlineData("customer", "\"anna\"")]
    [InlineData("identifier", "\"anna\"")]
    [InlineData("address", "\"\"")]
    [InlineData("locale", "\"Chinese\"")]
    [InlineData("content", "{}")]
    [InlineData("content", "{\"title\": 5}")]
    [InlineData("codes", "[]")]
    [InlineData("expiresAt", "\"2026-03-02\"")]
    [InlineData("dueAt", "1772439336000")]
    [InlineData("offer", null)]
    [InlineData("surprise", "1")]
    public void What_is_no_message_is_found(string field, string? value)
    {
        var message = JsonNode.Parse(MessageJson.Write(SampleContracts.FullMessage))!.AsObject();
        message.Remove(field);
        if (value is not null)
        {
            message[field] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(ContractSchema.Message.Mistakes(message.ToJsonString()));
    }

    [Fact]
    public void The_examples_of_the_contracts_keep_their_schemas()
    {
        var examples = Document.Of("docs/contracts.md").Blocks("json").Select(block => block.Code).ToList();

        Assert.Equal(2, examples.Count(e => e.Contains("\"purpose\"", StringComparison.Ordinal) && ContractSchema.Message.Mistakes(e).Count == 0));
        Assert.Equal(2, examples.Count(e => e.Contains("\"outcome\"", StringComparison.Ordinal) && ContractSchema.Decision.Mistakes(e).Count == 0));
        Assert.Equal(1, examples.Count(e => e.Contains("\"specversion\"", StringComparison.Ordinal) && ContractSchema.Feedback.Mistakes(e).Count == 0));
    }

    private static IReadOnlyList<string> Fields(byte[] json) => [.. JsonNode.Parse(Encoding.UTF8.GetString(json))!.AsObject().Select(field => field.Key)];

    private static IReadOnlyList<string> Described(ContractSchema schema) => [.. JsonNode.Parse(schema.Text)!["properties"]!.AsObject().Select(field => field.Key)];

    private static IReadOnlyList<string> Required(ContractSchema schema) => [.. JsonNode.Parse(schema.Text)!["required"]!.AsArray().Select(name => (string)name!)];
}
