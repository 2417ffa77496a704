namespace Triggers.Load;

/// <summary>Customers by Zipf(1.05) over 200,000, from a table that uses only + - * /, so that its bits do not depend on a maths library.</summary>
internal sealed class ZipfCustomers
{
    /// <summary>Number of customers.</summary>
    internal const int Count = 200_000;

    private readonly double[] _cumulative = Table();

    /// <summary>The table, for its check.</summary>
    internal ReadOnlySpan<double> Cumulative => _cumulative;

    /// <summary>Number in the name of the customer drawn by <paramref name="unit"/>: 0..199,999.</summary>
    internal int Draw(double unit)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (unit < _cumulative[middle])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return NumberOf(low);
    }

    /// <summary>Number in the name of the customer with this <paramref name="rank"/>; 0 has the most events.</summary>
    internal static int NumberOf(int rank) => (int)((long)rank * 7919 % Count);

    private static double[] Table()
    {
        var cumulative = new double[Count];
        var sum = 0.0;
        for (var k = 1; k <= Count; k++)
        {
            sum += 1.0 / (k * TwentiethRoot(k));
            cumulative[k - 1] = sum;
        }

        for (var i = 0; i < Count; i++)
        {
            cumulative[i] /= sum;
        }

        return cumulative;
    }

    /// <summary>30 Newton steps from 2: k times it is k to the power of 1.05.</summary>
    private static double TwentiethRoot(int k)
    {
        var y = 2.0;
        for (var step = 0; step < 30; step++)
        {
            var y2 = y * y;
            var y4 = y2 * y2;
            var y8 = y4 * y4;
            var y16 = y8 * y8;
            var y19 = y16 * y2 * y;
            var y20 = y16 * y4;
            y -= (y20 - k) / (20.0 * y19);
        }

        return y;
    }
}
