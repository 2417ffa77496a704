using Triggers.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Triggers.Tests.Engine.Patterns;

/// <summary>Patterns of events as other engines match them: what is claimed matches the same, what is left out says why.</summary>
public class PatternVectorTests(ITestOutputHelper log)
{
    private const string Suite = "conformance/cep/cep_vectors.json";

    [SharedDataFact(Suite)]
    public void Every_claimed_pattern_matches_as_in_the_engine_it_comes_from()
    {
        var vectors = PatternVector.Read(SharedData.PathOf(Suite)!);
        Assert.Equal(vectors.Select(v => v.Id), PatternClaim.All.Select(c => c.Id));

        var wrong = new List<string>();
        foreach (var (vector, claim) in vectors.Zip(PatternClaim.All))
        {
            var (expected, found) = claim.When is null ? ([], []) : (PatternShop.Expected(vector), PatternShop.Run(vector, claim.When));
            var passed = expected.SequenceEqual(found);
            log.WriteLine($"{(claim.When is null ? "left out" : passed ? "passed  " : "FAILED  ")} {vector.Id}: {vector.Pattern}{(claim.Why.Length > 0 ? $" ({claim.Why})" : "")}");
            if (!passed)
            {
                wrong.Add($"{vector.Id}: expected [{string.Join(" | ", expected)}], found [{string.Join(" | ", found)}]");
            }
        }

        ResultFile.Write("pattern-vectors.json", new
        {
            vectors = vectors.Count,
            claimed = PatternClaim.All.Count(c => c.When is not null),
            passed = PatternClaim.All.Count(c => c.When is not null) - wrong.Count,
            leftOut = PatternClaim.All.Where(c => c.When is null).GroupBy(c => c.Why).ToDictionary(g => g.Key, g => g.Count()),
        });
        Assert.Equal([], wrong);
    }
}
