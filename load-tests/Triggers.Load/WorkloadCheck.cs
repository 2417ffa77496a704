using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Triggers.Load;

/// <summary><c>input [--events N]</c>: length and hash of the load's bytes, so that another implementation can be held against them.</summary>
internal static class WorkloadCheck
{
    /// <summary>Prints; the exit code.</summary>
    internal static int Run(int count)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var workload = new Workload();
        long bytes = 0;
        for (var i = 0; i < count; i++)
        {
            var json = workload.Next();
            bytes += json.Length;
            hash.AppendData(json);
            hash.AppendData("\n"u8);
        }

        var table = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(new ZipfCustomers().Cumulative)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"table {table}\n{count:N0} events, {bytes:N0} bytes, {Convert.ToHexStringLower(hash.GetHashAndReset())}"));
        return 0;
    }
}
