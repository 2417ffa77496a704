namespace Triggers.Cli.Demo;

/// <summary>Random numbers that are the same on every machine and in every version: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class DemoRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0, less than <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Unit() * limit);

    /// <summary>A whole number of a range, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A waiting time with this mean (exponential distribution), at most ten times as long.</summary>
    public double Lapse(double mean) => Math.Min(10 * mean, -Logarithm(1 - Unit()) * mean);

    /// <summary>The natural logarithm of a number in (0, 1] by + - * / alone: a library's would differ in the last bit from machine to machine.</summary>
    private static double Logarithm(double number)
    {
        const double ofTwo = 0.6931471805599453;
        var exponent = Math.ILogB(number);
        var mantissa = Math.ScaleB(number, -exponent);
        var part = (mantissa - 1) / (mantissa + 1);
        var sum = 0.0;
        for (var power = 41; power >= 1; power -= 2)
        {
            sum = (sum * part * part) + (1.0 / power);
        }

        return (exponent * ofTwo) + (2 * part * sum);
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
