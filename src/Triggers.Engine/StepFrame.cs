using NodaTime;
using Triggers.Language.Evaluation;
using Triggers.Language.Templates;
using Triggers.Model.Values;

namespace Triggers.Engine;

/// <summary>The variables that rules see during one step: <c>event</c>, <c>customer</c> and the names of steps. Reused by all stages; every evaluation has a full budget.</summary>
internal sealed class StepFrame
{
    private readonly EvaluationFrame _frame = new();

    /// <summary>What rules see as <c>event</c> from here on.</summary>
    public void ShowEvent(RecordValue record) => _frame[EvaluationFrame.Event] = Value.Of(record);

    /// <summary>What rules see as <c>customer</c> from here on.</summary>
    public void ShowCustomer(RecordValue record) => _frame[EvaluationFrame.Customer] = Value.Of(record);

    /// <summary>What rules see in the slot of a named step from here on.</summary>
    public void ShowStep(int slot, RecordValue record) => _frame[slot] = Value.Of(record);

    /// <summary>What templates see as <c>code</c> from here on.</summary>
    public void ShowCode(string code) => _frame[EvaluationFrame.Code] = Value.Of(code);

    /// <summary>The value of an expression; errors are values.</summary>
    public Value Evaluate(CompiledExpression expression) => expression.Evaluate(_frame);

    /// <summary>Writes a text for the customer, instants on the clock of <paramref name="zone"/>.</summary>
    public TemplateResult Render(Template template, DateTimeZone zone) => template.Render(_frame, zone);

    /// <summary>True when there is no condition or it is true; an error or anything else counts as false.</summary>
    public bool Holds(CompiledExpression? condition) => condition is null || Evaluate(condition).IsTrue;
}
