using Triggers.Language.Text;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>One thing that came and was not expected, or was expected and did not come.</summary>
/// <param name="What">One sentence for a marketer.</param>
/// <param name="Place">Where the expectation stands; null when nothing was expected.</param>
/// <param name="Why">Sentences that say how it came about, most telling first; perhaps none.</param>
public sealed record RuleTestDifference(string What, SourceSpan? Place, IReadOnlyList<string> Why);
