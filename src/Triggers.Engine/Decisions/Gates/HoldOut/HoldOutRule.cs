using Triggers.Language.Plan.Messaging;
using Triggers.Model.Customers;

namespace Triggers.Engine.Decisions.Gates.HoldOut;

/// <summary>
/// Is the customer one of those who get nothing, to compare with? Always the same ones: the bucket hangs on salt and customer alone, and the first buckets are held out, so
/// that another percentage only adds or removes some.
/// <para><b>Passes when</b> the bucket is not among the first `percent`. <b>Refuses when</b> it is.</para>
/// </summary>
internal static class HoldOutRule
{
    /// <summary>Judges one customer, by the canonical key.</summary>
    public static HoldOutVerdict Judge(HoldOutPlan holdOut, CustomerKey customer)
    {
        var bucket = (int)(StableHash.Of(holdOut.Salt, customer) % HoldOutPlan.Buckets);
        return new(bucket, bucket < holdOut.HeldOut);
    }
}
