namespace Triggers.Engine.Leases;

/// <summary>Codes of a pool that follow one another.</summary>
/// <param name="From">Index of the first, from 0.</param>
/// <param name="To">Index behind the last.</param>
public readonly record struct CodeRange(int From, int To)
{
    /// <summary>How many they are.</summary>
    public int Count => To - From;
}
