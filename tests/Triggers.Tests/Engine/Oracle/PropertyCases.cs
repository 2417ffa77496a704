using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// How many cases the properties of the engine try, and with which seeds. <c>TRIGGERS_PROPERTY_CASES</c> sets the number (a run by hand: 2000000), <c>TRIGGERS_PROPERTY_SEED</c>
/// where seeds begin (every run then tries other cases); a failure names the seed of its case.
/// </summary>
internal static class PropertyCases
{
    /// <summary>Of the comparison with the oracle, when nothing else is asked for.</summary>
    public const int Usual = 20_000;

    /// <summary>How many times <see cref="Usual"/> the cases are.</summary>
    public static double Factor { get; } = Read("TRIGGERS_PROPERTY_CASES", Usual) / (double)Usual;

    private static int FirstSeed { get; } = Read("TRIGGERS_PROPERTY_SEED", 1);

    /// <summary>Tries a property on <paramref name="usual"/> scenarios, or more by <see cref="Factor"/>, and shrinks the first that fails. Returns how many it tried.</summary>
    public static int Try<T>(int usual, Func<int, T> make, Func<T, IEnumerable<T>> shrink, Action<T> property)
    {
        var cases = (int)Math.Min(int.MaxValue / 2, Math.Max(1, usual * Factor));
        var seed = FirstSeed;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases),
            Prop.ForAll(Arb.From(Gen.Fresh(() => make(seed++)), shrink), property));
        return cases;
    }

    private static int Read(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : usual;
}
