namespace Triggers.Load;

/// <summary>What keeping customers one way costs.</summary>
/// <param name="Bytes">Managed bytes a customer.</param>
/// <param name="Nanoseconds">CPU time of an access.</param>
/// <param name="PauseMilliseconds">A full garbage collection.</param>
internal sealed record CacheFigures(double Bytes, double Nanoseconds, double PauseMilliseconds);
