using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Triggers.Engine.Intake;

/// <summary>Memory that is needed soon: what lies far away is fetched while something else is worked on. A hint, which changes nothing; without effect where the processor is not x86.</summary>
public static class CacheLines
{
    /// <summary>Begins to fetch where <paramref name="soon"/> lies: the cache lines of its first and last byte.</summary>
    /// <typeparam name="T">At most two cache lines long.</typeparam>
    public static unsafe void Fetch<T>(ref readonly T soon)
    {
        if (Sse.IsSupported)
        {
            // A moving object is fetched in vain: an address is taken, not followed.
            ref var begin = ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in soon));
            Sse.Prefetch0(Unsafe.AsPointer(ref begin));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref begin, Unsafe.SizeOf<T>() - 1)));
        }
    }
}
