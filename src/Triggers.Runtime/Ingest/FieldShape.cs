using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest;

/// <summary>A declared field and where the records of a source have it.</summary>
/// <param name="Field">What the catalogue says of it.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="IsWanted">Whether anybody reads its value; else it is only checked.</param>
internal readonly record struct FieldShape(FieldDefinition Field, int Slot, bool IsWanted)
{
    /// <summary>What suffices to know that the field fits its type: beside the slot, for it is asked for with every record.</summary>
    public QuickCheck Check { get; } = IsWanted ? default : QuickCheck.Of(Field.Type.Kind);

    /// <summary>What suffices to read the field when it is wanted and a number.</summary>
    public QuickNumber Number { get; } = IsWanted ? QuickNumber.Of(Field.Type.Kind) : default;
}
