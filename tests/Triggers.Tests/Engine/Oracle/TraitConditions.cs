using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random conditions over what a trait says, and over where the customer is.</summary>
internal static class TraitConditions
{
    /// <summary>A condition over a trait; <paramref name="overEvent"/>: it may also look at the event.</summary>
    public static Condition Random(NaiveTrait trait, Random random, bool overEvent)
    {
        if (trait.By is null)
        {
            return random.Next(8) == 0 && trait.IsOptional
                ? Of(trait, $"!has(customer.{trait.Name})", value => value is null)
                : OfValue(trait, trait.Single, random, "customer." + trait.Name, value => value);
        }

        if (overEvent && random.Next(2) == 0)
        {
            var inner = OfValue(trait, trait.Single, random, $"customer.{trait.Name}[{trait.By.Text}]", value => value, out var holds);
            return inner with
            {
                Holds = scene => scene.Customer.Trait(trait) is Dictionary<object, object?> all && trait.By.Of(scene.Event!) is { } by
                    && all.TryGetValue(by, out var value) && holds(value),
                Reads = [trait.By == NaiveKey.Cart ? "cart" : "value"],
            };
        }

        var (text, key) = KeysOf(trait.By)[random.Next(2)];
        return random.Next(3) switch
        {
            0 => Of(trait, $"size(customer.{trait.Name}) >= 2", value => value is Dictionary<object, object?> { Count: >= 2 }),
            1 => Of(trait, $"{text} in customer.{trait.Name}", value => value is Dictionary<object, object?> all && all.ContainsKey(key)),
            _ => OfValue(trait, trait.Single, random, $"customer.{trait.Name}[{text}]", value => (value as Dictionary<object, object?>)?.GetValueOrDefault(key)),
        };
    }

    /// <summary>A condition over the segments or the stage of a customer.</summary>
    public static Condition OfMembership(Random random, string segment, string stage) => random.Next(3) switch
    {
        0 => new($"\"{segment}\" in customer.segments", scene => scene.Customer.IsIn(segment)),
        1 => new($"customer.stage == \"{stage}\"", scene => scene.Customer.Stage == stage),
        _ => new("!has(customer.stage)", scene => scene.Customer.Stage is null),
    };

    /// <summary>The keys that random events have, as CEL and as values.</summary>
    public static IReadOnlyList<(string Text, object Key)> KeysOf(NaiveKey by) => by.Type.Kind switch
    {
        DataTypeKind.String => [("\"k0\"", "k0"), ("\"k1\"", "k1"), ("\"k2\"", "k2")],
        DataTypeKind.Int => [("3", 3L), ("4", 4L), ("5", 5L)],
        _ => [("true", true), ("false", false)],
    };

    private static Condition OfValue(NaiveTrait trait, DataType type, Random random, string text, Func<object?, object?> pick) =>
        OfValue(trait, type, random, text, pick, out _);

    private static Condition OfValue(NaiveTrait trait, DataType type, Random random, string text, Func<object?, object?> pick, out Func<object?, bool> holds)
    {
        var (n, comparison) = (random.Next(random.Next(2) == 0 ? 4 : 25), random.Next(3));
        var sign = comparison switch { 0 => ">=", 1 => "<", _ => "==" };
        string whole;
        (whole, holds) = type.Kind switch
        {
            DataTypeKind.Int => ($"{text} {sign} {n}", value => value is long number && Compare(number, n, comparison)),
            DataTypeKind.Money => ($"{text} {sign} {n}.5", value => value is decimal amount && Compare(amount, n + 0.5m, comparison)),
            DataTypeKind.Double => ($"{text} {sign} {n}.25", value => value is double number && Compare(number, n + 0.25, comparison)),
            DataTypeKind.String => ($"{text} != \"k{n % 3}\"", value => value is string one && one != $"k{n % 3}"),
            DataTypeKind.Duration => ($"{text} >= duration(\"{n * 120}s\")", value => value is TimeSpan length && length >= TimeSpan.FromMinutes(n * 2)),
            _ => OfList(type.Element!, text, n),
        };
        var judge = holds;
        return Of(trait, whole, value => judge(pick(value)));
    }

    private static (string Text, Func<object?, bool> Holds) OfList(DataType element, string text, int n)
    {
        if (n % 3 == 0 || element.Kind is not (DataTypeKind.String or DataTypeKind.Int))
        {
            return ($"size({text}) >= {n % 4}", value => value is List<object> all && all.Count >= n % 4);
        }

        var (constant, wanted) = element.Kind == DataTypeKind.String ? ($"\"k{n % 3}\"", (object)$"k{n % 3}") : ((n % 10).ToString(CultureInfo.InvariantCulture), (long)(n % 10));
        return n % 3 == 1
            ? ($"{constant} in {text}", value => value is List<object> all && all.Contains(wanted))
            : ($"{text}[0] == {constant}", value => value is List<object> { Count: > 0 } all && all[0].Equals(wanted));
    }

    private static bool Compare<T>(T left, T right, int comparison)
        where T : IComparable<T> => comparison switch { 0 => left.CompareTo(right) >= 0, 1 => left.CompareTo(right) < 0, _ => left.CompareTo(right) == 0 };

    private static Condition Of(NaiveTrait trait, string text, Func<object?, bool> holds) => new(text, scene => holds(scene.Customer.Trait(trait))) { Traits = [trait] };
}
