namespace Triggers.Load;

/// <summary>Time between the ends of two events that were folded one after the other.</summary>
/// <param name="Milliseconds">The whole of it.</param>
/// <param name="PauseMilliseconds">What of it garbage collection stopped all threads.</param>
internal readonly record struct Gap(double Milliseconds, double PauseMilliseconds)
{
    /// <summary>The shorter one.</summary>
    internal static Gap Min(Gap left, Gap right) => right.Milliseconds < left.Milliseconds ? right : left;
}
