using System.Runtime.InteropServices;

namespace Triggers.Load;

/// <summary>CPU time of ended child processes and of theirs (<c>getrusage(2)</c>; Linux and macOS on 64 bits).</summary>
internal static class ChildTimes
{
    private const int OfChildren = -1;

    /// <summary>User and system time of all children waited for so far, in seconds.</summary>
    internal static double Seconds()
    {
        var usage = new long[32];
        return GetUsage(OfChildren, usage) == 0
            ? usage[0] + usage[2] + ((Microseconds(usage[1]) + Microseconds(usage[3])) / 1e6)
            : throw new InvalidOperationException($"getrusage failed with {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>The kernel writes 32 bits on some systems.</summary>
    private static long Microseconds(long written) => written & 0xFFFFFFFF;

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetUsage(int who, [Out] long[] usage);
}
