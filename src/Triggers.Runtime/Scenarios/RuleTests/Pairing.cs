namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>
/// Pairs what was expected with what came so that as many pairs as possible are found: an expectation that fits several things leaves to a stricter one what only fits that
/// (augmenting paths, quadratic; a test has few of both).
/// </summary>
internal sealed class Pairing
{
    private readonly int[] _ofLeft;
    private readonly int[] _ofRight;
    private readonly Func<int, int, bool> _fits;

    private Pairing(int left, int right, Func<int, int, bool> fits)
    {
        _ofLeft = [.. Enumerable.Repeat(-1, left)];
        _ofRight = [.. Enumerable.Repeat(-1, right)];
        _fits = fits;
    }

    /// <summary>What came and fits no expectation, and the expectations that nothing fits; places, ascending.</summary>
    public static (List<int> Missing, List<int> Extra) Leftovers(int expected, int came, Func<int, int, bool> fits)
    {
        var pairing = new Pairing(expected, came, fits);
        for (var left = 0; left < expected; left++)
        {
            pairing.TryPlace(left, new bool[came]);
        }

        return (Unpaired(pairing._ofLeft), Unpaired(pairing._ofRight));
    }

    private bool TryPlace(int left, bool[] seen)
    {
        for (var right = 0; right < seen.Length; right++)
        {
            if (seen[right] || !_fits(left, right))
            {
                continue;
            }

            seen[right] = true;
            if (_ofRight[right] < 0 || TryPlace(_ofRight[right], seen))
            {
                (_ofLeft[left], _ofRight[right]) = (right, left);
                return true;
            }
        }

        return false;
    }

    private static List<int> Unpaired(int[] partners) => [.. Enumerable.Range(0, partners.Length).Where(place => partners[place] < 0)];
}
