using System.Globalization;
using Triggers.Load.Allocations;

namespace Triggers.Load;

/// <summary><c>allocations</c>: the managed bytes per event of every way that has a budget, in the form of the file of budgets.</summary>
internal static class AllocationLoad
{
    /// <summary>Measures and prints; the exit code.</summary>
    internal static int Run()
    {
        var lines = AllocationPaths.List.Select(path => string.Create(CultureInfo.InvariantCulture, $"    \"{path.Name}\": {path.BytesPerEvent():0}"));
        Console.WriteLine($"{{\n  \"bytesPerEvent\": {{\n{string.Join(",\n", lines)}\n  }}\n}}");
        return 0;
    }
}
