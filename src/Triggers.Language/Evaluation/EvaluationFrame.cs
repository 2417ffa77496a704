using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>
/// The variables of an evaluation and what it may cost. One frame serves any number of expressions one after the other; not thread-safe. Slots below
/// <see cref="FirstLocal"/> are set by the caller, those from there on belong to macros.
/// </summary>
public sealed class EvaluationFrame
{
    /// <summary>Slot of <c>event</c>: the event that starts, ends or fires.</summary>
    public const int Event = 0;

    /// <summary>Slot of <c>customer</c>.</summary>
    public const int Customer = 1;

    /// <summary>First slot of named steps and other variables.</summary>
    public const int FirstNamed = 2;

    /// <summary>Slots below are variables, from here on locals of macros.</summary>
    public const int FirstLocal = 32;

    /// <summary>Steps one evaluation may take when nothing else is said: far above what a checked expression needs.</summary>
    public const int DefaultStepBudget = 100_000;

    /// <summary>Slot of <c>code</c> in templates, which have no macros.</summary>
    public const int Code = FirstLocal;

    private const int MostLocals = 64;

    private readonly Value[] _slots;

    /// <summary>A frame with room for every variable and local; all are absent.</summary>
    public EvaluationFrame()
        : this(FirstLocal + MostLocals)
    {
    }

    private EvaluationFrame(int slots) => _slots = new Value[slots];

    /// <summary>Steps one evaluation may take; one that needs more gives an error value, never an endless loop.</summary>
    public int StepBudget { get; init; } = DefaultStepBudget;

    /// <summary>Steps left of the evaluation under way; each evaluation starts with <see cref="StepBudget"/>.</summary>
    public int StepsLeft { get; internal set; } = DefaultStepBudget;

    /// <summary>A frame for constants, which name nothing: without the two kilobytes of slots.</summary>
    internal static EvaluationFrame WithoutVariables() => new(0);

    /// <summary>The variable or local at <paramref name="slot"/>.</summary>
    public ref Value this[int slot] => ref _slots[slot];
}
