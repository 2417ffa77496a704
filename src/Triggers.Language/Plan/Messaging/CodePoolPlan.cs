using System.Globalization;
using Triggers.Model;

namespace Triggers.Language.Plan.Messaging;

/// <summary>Codes that are given out once each, ever, in this order.</summary>
/// <param name="Name">Name of the pool.</param>
/// <param name="Codes">The codes; null: they are the numbers from 1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many there are.</param>
public sealed record CodePoolPlan(string Name, IReadOnlyList<string>? Codes, int Count)
{
    /// <summary>Identity in stored state.</summary>
    public StableId Id { get; } = IdOf(Name);

    /// <summary>The code at <paramref name="index"/>, 0..<see cref="Count"/> − 1.</summary>
    public string this[int index] => Codes is null ? (index + 1).ToString(CultureInfo.InvariantCulture) : Codes[index];

    /// <summary>The identity of the pool of this name.</summary>
    public static StableId IdOf(string name) => StableId.Of("pool " + name);
}
