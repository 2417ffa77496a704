using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Support;

/// <summary>Compiles the expressions of plans that a test makes by hand.</summary>
internal static class Cel
{
    /// <summary>An expression over <c>event</c> of this type (none: only <c>customer</c>) and <c>customer</c>.</summary>
    public static CompiledExpression Of(EventType? type, RecordType customer, string text)
    {
        var diagnostics = new DiagnosticBag();
        List<Variable> variables = [new("customer", EvaluationFrame.Customer, DataType.Of(customer))];
        if (type is not null)
        {
            variables.Add(new("event", EvaluationFrame.Event, DataType.Of(type.Record)));
        }

        return CompiledExpression.Compile(EmbeddedText.Whole(new("test", text)), variables, null, diagnostics) ??
            throw new ArgumentException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }
}
