using System.Runtime.InteropServices;
using Triggers.Engine.Profiles.Traits;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>Keeps and reads the traits of customers. One serves all steps of an engine.</summary>
internal sealed class Profile
{
    /// <summary>Of a trait with <c>by:</c> at most so many values are kept; beyond, the one that nothing happened to for longest is forgotten.</summary>
    public const int MostKeys = 64;

    private readonly TraitRule[] _rules;
    private readonly TraitRule[] _windowed;
    private readonly List<Value> _values = [];
    private readonly BlobWriter _key = new();
    private readonly StepFrame _frame;

    /// <summary>The traits of <paramref name="plan"/>.</summary>
    public Profile(WorkspacePlan plan, StepFrame frame)
    {
        _frame = frame;
        _rules = [.. plan.Traits.Select(trait => TraitRules.Of(trait, plan.Catalogue.Currency))];
        _windowed = [.. _rules.Where(rule => rule.HasWindow)];
    }

    /// <summary>The rules of all traits, in the order of the plan.</summary>
    public IReadOnlyList<TraitRule> Rules => _rules;

    /// <summary>Applies one event to one trait; the frame shows it. An event without the field, or whose <c>by</c> has no value, changes nothing.</summary>
    public void Fold(CustomerState state, int trait, CustomerEvent source)
    {
        var rule = _rules[trait];
        var plan = rule.Plan;
        var key = plan.By is null ? default : _frame.Evaluate(plan.By);
        if (plan.By is not null && key.Kind is not (ValueKind.String or ValueKind.Int or ValueKind.Bool))
        {
            return;
        }

        if (rule.Source is null || rule.Source.IsOneField)
        {
            // The usual case, without a list.
            var value = rule.Source?.First(source) ?? Value.Absent;
            if (rule.Source is null || value.IsPresent)
            {
                Add(state, rule, key, source.Time, new(in value));
            }

            return;
        }

        _values.Clear();
        rule.Source.Collect(source, _values);
        if (_values.Count > 0)
        {
            Add(state, rule, key, source.Time, CollectionsMarshal.AsSpan(_values));
        }
    }

    /// <summary>What a trait says at the customer's time.</summary>
    public Value Read(CustomerState state, int trait)
    {
        var rule = _rules[trait];
        var plan = rule.Plan;
        if (plan.By is null)
        {
            return rule.Read(state.Series.Find(plan.Id, plan.Kind), state.Heap, state.Clock);
        }

        var entries = new Dictionary<Value, Value>();
        for (var i = state.Series.FirstOf(plan.Id); state.Series.IsOf(i, plan.Id); i++)
        {
            var series = state.Series[i];
            var value = series.Kind == plan.Kind && series.IsKeyed ? rule.Read(series, state.Heap, state.Clock) : Value.Absent;
            var key = value.IsPresent && !value.IsError ? state.Heap.Value(series.Key, plan.By.Type) : Value.Absent;
            if (key.IsPresent && (!rule.HasWindow || rule.ChangesAfter(series, state.Clock) != Timestamp.Never))
            {
                entries[key] = value;
            }
        }

        return Value.OfMap(entries);
    }

    /// <summary>The next time at which time alone changes what a trait says; never when it cannot.</summary>
    public Timestamp ChangesAfter(CustomerState state, int trait)
    {
        var rule = _rules[trait];
        var earliest = Timestamp.Never;
        for (var i = state.Series.FirstOf(rule.Plan.Id); state.Series.IsOf(i, rule.Plan.Id); i++)
        {
            earliest = Timestamp.Min(earliest, rule.ChangesAfter(state.Series[i], state.Clock));
        }

        return earliest;
    }

    /// <summary>Drops the entries that no window can see any more, and series that have none left.</summary>
    public void Sweep(CustomerState state)
    {
        foreach (var rule in _windowed)
        {
            for (var i = state.Series.FirstOf(rule.Plan.Id); state.Series.IsOf(i, rule.Plan.Id); i++)
            {
                rule.Expire(state.Series[i], state.Clock);
                if (state.Series[i].Count == 0)
                {
                    state.Series.RemoveAt(i--);
                }
            }
        }
    }

    private void Add(CustomerState state, TraitRule rule, Value key, Timestamp time, ReadOnlySpan<Value> values)
    {
        var before = state.Series.Count;
        var series = SeriesOf(state, rule.Plan, key);
        foreach (ref readonly var value in values)
        {
            rule.Add(series, state.Heap, state.Clock, time, value);
        }

        if (state.Series.Count > before)
        {
            Settle(state.Series, series);
        }
    }

    private Series SeriesOf(CustomerState state, TraitPlan plan, Value key)
    {
        if (plan.By is null)
        {
            return state.Series.GetOrAdd(plan.Id, plan.Kind, isKeyed: false, default);
        }

        _key.Clear();
        ValueCodec.Write(_key, key);
        return state.Series.GetOrAdd(plan.Id, plan.Kind, isKeyed: true, _key.Written);
    }

    /// <summary>A new series that nothing entered, because it was too old or no number to be summed, goes again; else the oldest beyond the most goes.</summary>
    private static void Settle(SeriesSet all, Series added)
    {
        var (count, place, oldest) = (0, -1, -1);
        for (var i = all.FirstOf(added.Trait); all.IsOf(i, added.Trait); i++)
        {
            count++;
            if (ReferenceEquals(all[i], added))
            {
                place = i;
            }
            else if (oldest < 0 || NewestOf(all[i]) < NewestOf(all[oldest]))
            {
                oldest = i;
            }
        }

        if (added.Count == 0)
        {
            all.RemoveAt(place);
        }
        else if (count > MostKeys)
        {
            all.RemoveAt(oldest);
        }
    }

    private static long NewestOf(Series series) => series.Count == 0 ? long.MinValue : series[series.Count - 1].Time;
}
