namespace Triggers.Language.Plan.Messaging;

/// <summary>What a channel takes for granted about consent when the customer has said nothing.</summary>
/// <param name="Assumed">True: yes, where the purpose is not named.</param>
/// <param name="ByPurpose">Purpose → whether consent is assumed.</param>
public sealed record ConsentPlan(bool Assumed, IReadOnlyDictionary<string, bool> ByPurpose)
{
    /// <summary>Unknown means no.</summary>
    public static ConsentPlan Asked { get; } = new(Assumed: false, new Dictionary<string, bool>());

    /// <summary>Consent is not kept in this workspace: nobody is asked.</summary>
    public static ConsentPlan NotKept { get; } = new(Assumed: true, new Dictionary<string, bool>());

    /// <summary>Whether silence means yes for messages of <paramref name="purpose"/>.</summary>
    public bool IsAssumed(string purpose) => ByPurpose.GetValueOrDefault(purpose, Assumed);
}
