using System.Globalization;

namespace Triggers.Load.Table;

/// <summary>
/// Two things measured in turns: in each round both do the same stretch, whoever went second goes first in the next, and the medians count. What else the machine does at a time
/// then falls on both.
/// </summary>
internal sealed class Rounds
{
    private readonly double[] _left;
    private readonly double[] _right;

    private Rounds(double[] left, double[] right) => (_left, _right) = (left, right);

    /// <summary>CPU seconds of the left side in the middle round.</summary>
    internal double Left => Median(_left);

    /// <summary>CPU seconds of the right side in the middle round.</summary>
    internal double Right => Median(_right);

    /// <summary>Left ÷ right: the median over the rounds.</summary>
    internal double Ratio => Median([.. Ratios]);

    /// <summary>The lowest and the highest ratio of a round, for people.</summary>
    internal string Spread => string.Create(CultureInfo.InvariantCulture, $"rounds {Ratios.Min():0.00} to {Ratios.Max():0.00}");

    private IEnumerable<double> Ratios => _left.Zip(_right, (left, right) => left / right);

    /// <summary>Takes <paramref name="rounds"/> rounds; the sides are told the number of the round, from 0.</summary>
    internal static Rounds Take(int rounds, Action<int> left, Action<int> right)
    {
        var (lefts, rights) = (new double[rounds], new double[rounds]);
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                lefts[round] = ProcessorTime.Seconds(() => left(round));
                rights[round] = ProcessorTime.Seconds(() => right(round));
            }
            else
            {
                rights[round] = ProcessorTime.Seconds(() => right(round));
                lefts[round] = ProcessorTime.Seconds(() => left(round));
            }
        }

        return new(lefts, rights);
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
