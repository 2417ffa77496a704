using System.Text;
using System.Text.Json;
using NJsonSchema;
using Triggers.Engine;
using Triggers.Runtime.Contracts;

namespace Triggers.Tests.Support;

/// <summary>The published schemas of what others read, and the check that what tests produce keeps them.</summary>
internal sealed class ContractSchema
{
    private readonly JsonSchema _schema;
    private readonly string _name;

    private ContractSchema(string name)
    {
        _name = name;
        Text = File.ReadAllText(Repository.PathOf("docs", "contracts", name + "-v1.schema.json"));
        _schema = JsonSchema.FromJsonAsync(Text).GetAwaiter().GetResult();
    }

    public static ContractSchema Message { get; } = new("message");

    public static ContractSchema Decision { get; } = new("decision");

    public static ContractSchema Feedback { get; } = new("feedback");

    /// <summary>The schema as published.</summary>
    public string Text { get; }

    /// <summary>All messages and decisions of a step keep their schemas.</summary>
    public static void Verify(StepOutput output)
    {
        foreach (var message in output.Messages)
        {
            Message.Verify(MessageJson.Write(message));
        }

        foreach (var decision in output.Decisions)
        {
            Decision.Verify(DecisionJson.Write(decision));
        }
    }

    /// <summary>One value keeps the schema, and has no field that the schema does not describe.</summary>
    public void Verify(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        var mistakes = Mistakes(text);
        if (mistakes.Count > 0)
        {
            throw new InvalidOperationException($"Not a {_name}: {string.Join("; ", mistakes)}\n{text}");
        }
    }

    /// <summary>What is wrong with one value; empty: nothing.</summary>
    public IReadOnlyList<string> Mistakes(string json)
    {
        var undescribed = JsonDocument.Parse(json).RootElement.EnumerateObject().Where(field => !_schema.ActualProperties.ContainsKey(field.Name)).Select(field => $"{field.Name} is not described");
        return [.. _schema.Validate(json).Select(error => error.ToString()), .. undescribed];
    }
}
