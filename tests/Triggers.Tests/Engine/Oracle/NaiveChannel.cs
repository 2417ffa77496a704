using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A channel: its address twice, as text and as a function. Channels that show a trait let a story tell what it said.</summary>
/// <param name="Name">Name of the channel.</param>
/// <param name="Text">The address in CEL.</param>
/// <param name="Address">The address; null or empty: none.</param>
internal sealed record NaiveChannel(string Name, string Text, Func<INaiveView, string?> Address)
{
    public static NaiveChannel Push { get; } = new("push", "customer.id", customer => customer.Id);

    /// <summary>The newest text of a trait is the address.</summary>
    public static NaiveChannel Email(NaiveTrait trait) => new("email", "customer." + trait.Name, customer => customer.Trait(trait) as string);

    /// <summary>The address is everything that the trait says.</summary>
    public static NaiveChannel Show(NaiveTrait trait)
    {
        var name = "customer." + trait.Name;
        if (trait.By is { } by)
        {
            var keys = TraitConditions.KeysOf(by);
            return new(
                $"show-{trait.Name}",
                $"string(size({name}))" + string.Concat(keys.Select(k => $" + ({k.Text} in {name} ? \"; \" + {Cel(trait.Single, $"{name}[{k.Text}]")} : \"\")")),
                customer => customer.Trait(trait) is Dictionary<object, object?> all
                    ? Plain(all.Count) + string.Concat(keys.Where(k => all.ContainsKey(k.Key)).Select(k => "; " + Plain(all[k.Key])))
                    : null);
        }

        return new(
            $"show-{trait.Name}",
            trait.IsOptional ? $"has({name}) ? {Cel(trait.Single, name)} : \"\"" : Cel(trait.Single, name),
            customer => customer.Trait(trait) is { } value ? Plain(value) : null);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Cel(DataType type, string name) => type.Kind switch
    {
        DataTypeKind.String => name,
        DataTypeKind.Money => $"string(double({name}))",
        DataTypeKind.List => $"string(size({name}))" + string.Concat(Enumerable.Range(0, 3).Select(i => $" + (size({name}) > {i} ? \", \" + {Cel(type.Element!, $"{name}[{i}]")} : \"\")")),
        _ => $"string({name})",
    };

    /// <summary>A value as a channel shows it.</summary>
    public static string Plain(object? value) => value switch
    {
        decimal amount => Plain((double)amount),
        List<object> all => Plain(all.Count) + string.Concat(all.Take(3).Select(one => ", " + Plain(one))),
        TimeSpan length => Plain((decimal)length.TotalSeconds) + "s",
        double number => number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
