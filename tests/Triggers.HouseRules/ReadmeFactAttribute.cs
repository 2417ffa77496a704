using Triggers.HouseRules.Tree;
using Xunit;

namespace Triggers.HouseRules;

/// <summary>A test that reads README.md; skipped, with the reason, as long as there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadmeFactAttribute : FactAttribute
{
    /// <summary>Looks for README.md when the tests are discovered.</summary>
    public ReadmeFactAttribute()
    {
        if (Repository.File("README.md") is null)
        {
            Skip = "There is no README.md to read.";
        }
    }
}
