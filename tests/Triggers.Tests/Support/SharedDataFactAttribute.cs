using Xunit;

namespace Triggers.Tests.Support;

/// <summary>A test on real data that is not part of the repository; skipped, with the reason, where the data is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>A test that needs this file or folder of the shared data.</summary>
    public SharedDataFactAttribute(string needed)
    {
        if (SharedData.PathOf(needed) is null)
        {
            Skip = $"The shared data has no {needed} (looked for in TRIGGERS_SHARED, else in ../shared above the repository).";
        }
    }
}
