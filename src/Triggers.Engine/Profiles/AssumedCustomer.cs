using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>A customer whose traits are stated instead of coming from events: what rule tests begin with.</summary>
public static class AssumedCustomer
{
    /// <summary>The state of a customer with these traits and no runs.</summary>
    /// <param name="plan">The rules that read it.</param>
    /// <param name="customer">Whose state.</param>
    /// <param name="identifier">What rules see as <c>customer.id</c> and <c>customer.kind</c>.</param>
    /// <param name="traits">Fields of <c>customer</c> and their values; traits that are not named have none.</param>
    /// <param name="since">Event time of the values: older events change nothing.</param>
    public static CustomerState Create(
        WorkspacePlan plan, CustomerKey customer, Identifier identifier, IEnumerable<KeyValuePair<FieldDefinition, Value>> traits, Timestamp since)
    {
        var state = new CustomerState(customer) { Identifier = identifier };
        foreach (var (field, value) in traits.Where(trait => trait.Value.IsPresent))
        {
            state.Traits.Set(new(plan.Traits[field.Ordinal - WorkspacePlan.FirstTrait].Id, since, StoredValue.Of(value)));
        }

        return state;
    }
}
