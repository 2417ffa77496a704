using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>A customer whose traits are stated instead of coming from events: what rule tests begin with.</summary>
public static class AssumedCustomer
{
    /// <summary>
    /// The state of a customer with these traits and no runs. Whatever segments they are in, they were in before. A count stands for so many events at
    /// <paramref name="since"/>.
    /// </summary>
    /// <param name="plan">The rules that read it.</param>
    /// <param name="customer">Whose state.</param>
    /// <param name="identifier">What rules see as <c>customer.id</c> and <c>customer.kind</c>.</param>
    /// <param name="traits">Fields of <c>customer</c> and their values; traits that are not named have none.</param>
    /// <param name="since">Event time of the values: older events change nothing.</param>
    public static CustomerState Create(
        WorkspacePlan plan, CustomerKey customer, Identifier identifier, IEnumerable<KeyValuePair<FieldDefinition, Value>> traits, Timestamp since)
    {
        var state = new CustomerState(customer) { Identifier = identifier, Clock = since };
        foreach (var (field, value) in traits.Where(trait => trait.Value.IsPresent))
        {
            var trait = plan.Traits.First(t => t.Field.Ordinal == field.Ordinal);
            Set(state, trait, value, since.UnixMilliseconds);
        }

        return state;
    }

    private static void Set(CustomerState state, TraitPlan trait, Value value, long since)
    {
        if (value.Kind == ValueKind.Map)
        {
            foreach (var (key, entry) in value.AsMap)
            {
                Fill(state, trait, state.Series.GetOrAdd(trait.Id, trait.Kind, isKeyed: true, state.Heap[state.Heap.Add(key)]), entry, since);
            }
        }
        else
        {
            Fill(state, trait, state.Series.GetOrAdd(trait.Id, trait.Kind, isKeyed: false, default), value, since);
        }
    }

    private static void Fill(CustomerState state, TraitPlan trait, Series series, Value value, long since)
    {
        var entry = new Bucket { Time = since, First = since, Count = 1 };
        switch (trait.Kind)
        {
            case TraitKind.Count or TraitKind.PathLength:
                entry.Count = value.AsInt;
                break;
            case TraitKind.Visits:
                entry.Sum = value.AsInt - 1;
                break;
            case TraitKind.Dwell:
                entry.First = since - (value.Seconds * 1000) - (value.Nanoseconds / 1_000_000);
                break;
            case TraitKind.Sum or TraitKind.Average:
                entry.Sum = value.Kind == ValueKind.Money ? value.AsMoney.Amount : value.Kind == ValueKind.Int ? value.AsInt : (decimal)value.AsDouble;
                series.Unit = value.Kind == ValueKind.Money ? state.Heap.Add(value.AsMoney.Currency) : default;
                break;
            case TraitKind.Distinct:
                for (var i = 0L; i < Math.Min(value.AsInt, Traits.TraitRule.ExactEntries); i++)
                {
                    series.Insert(entry with { Value = state.Heap.Add(Value.Of($"value {i}")) });
                }

                return;
            case TraitKind.Top or TraitKind.Last:
                FillList(state, trait.Kind, series, value.AsList, entry);
                return;
            default:
                entry.Value = state.Heap.Add(value);
                break;
        }

        series.Insert(entry);
    }

    /// <summary>Newest, or most frequent, first.</summary>
    private static void FillList(CustomerState state, TraitKind kind, Series series, IReadOnlyList<Value> values, Bucket entry)
    {
        for (var i = values.Count - 1; i >= 0; i--)
        {
            series.Insert(entry with { Value = state.Heap.Add(values[i]), Count = kind == TraitKind.Top ? values.Count - i : 1 });
        }
    }
}
