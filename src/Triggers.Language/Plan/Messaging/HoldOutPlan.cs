namespace Triggers.Language.Plan.Messaging;

/// <summary>Customers who get nothing, to compare with: always the same ones.</summary>
/// <param name="Percent">How many of a hundred, 1..50.</param>
/// <param name="Salt">Another salt chooses other customers.</param>
public sealed record HoldOutPlan(int Percent, string Salt)
{
    /// <summary>Customers are divided into so many equal buckets.</summary>
    public const int Buckets = 10_000;

    /// <summary>The first so many buckets get nothing.</summary>
    public int HeldOut => Percent * (Buckets / 100);
}
