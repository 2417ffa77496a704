using System.Numerics;

namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>
/// The sizes of slots in bytes: multiples of 8 up to 128, then eight to each doubling up to <see cref="Most"/>: 144, 160, … 256, 288, … 4,096. So a slot is never more than an
/// eighth too large (7 bytes below 128).
/// </summary>
internal static class SlotSize
{
    /// <summary>The largest slot in bytes; what is longer has an array of its own.</summary>
    public const int Most = 4_096;

    /// <summary>Number of classes; a class is a number from 0.</summary>
    public const int Classes = Small + (Octaves * Steps);

    private const int Small = 16;
    private const int SmallStep = 8;
    private const int SmallMost = Small * SmallStep;
    private const int SmallLog = 7;
    private const int Octaves = 5;
    private const int Steps = 8;
    private const int StepsLog = 3;

    /// <summary>The smallest class whose slots hold <paramref name="length"/> bytes, 1 to <see cref="Most"/>.</summary>
    public static int ClassOf(int length)
    {
        if (length <= SmallMost)
        {
            return (length - 1) / SmallStep;
        }

        var octave = BitOperations.Log2((uint)(length - 1)) - SmallLog;
        return Small + (octave * Steps) + (((length - 1) >> (octave + SmallLog - StepsLog)) - Steps);
    }

    /// <summary>Bytes of a slot of a class.</summary>
    public static int BytesOf(int sizeClass)
    {
        if (sizeClass < Small)
        {
            return (sizeClass + 1) * SmallStep;
        }

        var (octave, step) = Math.DivRem(sizeClass - Small, Steps);
        return (Steps + step + 1) << (octave + SmallLog - StepsLog);
    }
}
