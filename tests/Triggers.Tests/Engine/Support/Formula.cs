using Triggers.Language.Evaluation;
using Triggers.Language.Syntax;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Engine.Support;

/// <summary>An expression made by hand, so that the engine is tested without a language.</summary>
public sealed class Formula(string source, DataType type, Func<RecordValue, RecordValue, Value> evaluate) : CompiledExpression
{
    public override string Source => source;

    public override Expression Syntax => throw new NotSupportedException("A formula made by hand has no syntax.");

    public override DataType Type => type;

    public override IReadOnlyList<VariableField> Fields => [];

    public override Value Evaluate(EvaluationFrame frame)
    {
        Assert.True(frame.StepsLeft > 0);
        return evaluate(frame[EvaluationFrame.Event].Kind == ValueKind.Record ? frame[EvaluationFrame.Event].AsRecord : Nobody, frame[EvaluationFrame.Customer].AsRecord);
    }

    private static readonly RecordValue Nobody = new ArrayRecord(new("nobody", []), []);

    /// <summary>event.FIELD</summary>
    public static Formula Of(FieldDefinition field) => new($"event.{field.Name}", field.Type, (e, _) => Field(e[field.Ordinal], field.Name));

    /// <summary>event.FIELD >= LIMIT</summary>
    public static Formula AtLeast(FieldDefinition field, long limit) =>
        new($"event.{field.Name} >= {limit}", DataType.Bool, (e, _) => Compare(e[field.Ordinal], field.Name, v => v >= limit));

    /// <summary>event.FIELD &lt; LIMIT</summary>
    public static Formula Below(FieldDefinition field, long limit) =>
        new($"event.{field.Name} < {limit}", DataType.Bool, (e, _) => Compare(e[field.Ordinal], field.Name, v => v < limit));

    /// <summary>customer.TRAIT >= LIMIT</summary>
    public static Formula CustomerAtLeast(FieldDefinition trait, long limit) =>
        new($"customer.{trait.Name} >= {limit}", DataType.Bool, (_, c) => Compare(c[trait.Ordinal], trait.Name, v => v >= limit));

    /// <summary>customer.FIELD</summary>
    public static Formula Customer(FieldDefinition field) => new($"customer.{field.Name}", field.Type, (_, c) => Field(c[field.Ordinal], field.Name));

    private static Value Field(Value value, string name) => value.IsPresent ? value : Value.OfError($"no such key: {name}");

    private static Value Compare(Value value, string name, Func<long, bool> holds) =>
        value.Kind == ValueKind.Int ? Value.Of(holds(value.AsInt)) : Field(value, name) is { IsError: true } error ? error : Value.OfError("no such overload");
}
