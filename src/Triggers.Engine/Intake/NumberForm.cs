namespace Triggers.Engine.Intake;

/// <summary>How a JSON number is written.</summary>
public enum NumberForm : byte
{
    /// <summary>Digits alone, perhaps behind a minus.</summary>
    Whole,

    /// <summary>With a point.</summary>
    Decimal,

    /// <summary>With an exponent, perhaps with a point.</summary>
    Exponential,
}
