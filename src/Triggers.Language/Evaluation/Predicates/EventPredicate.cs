using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Predicates;

/// <summary>
/// A condition on one field of <c>event</c>: <c>event.category == 12</c>. It holds exactly when the expression it was read from is true; when the field is absent, that
/// is an error, and so it does not hold. Equal by content.
/// </summary>
/// <param name="Field">A field of type bool, int, uint, double, string, timestamp or money; strings and booleans have no order here.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Operands">
/// Values of the field's type, never NaN, in the order written. Money is in the workspace's currency and has an empty currency code here. Not to be changed.
/// </param>
public sealed record EventPredicate(FieldDefinition Field, PredicateOperator Operator, IReadOnlyList<Value> Operands)
{
    /// <inheritdoc/>
    public bool Equals(EventPredicate? other)
    {
        if (other is null || Operator != other.Operator || Field.Ordinal != other.Field.Ordinal || Operands.Count != other.Operands.Count)
        {
            return false;
        }

        for (var i = 0; i < Operands.Count; i++)
        {
            if (Operands[i] != other.Operands[i])
            {
                return false;
            }
        }

        return ReferenceEquals(Field, other.Field) || Field == other.Field;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = HashCode.Combine(Field.Ordinal, Operator, Operands.Count);
        for (var i = 0; i < Operands.Count; i++)
        {
            hash = HashCode.Combine(hash, Operands[i].GetHashCode());
        }

        return hash;
    }
}
