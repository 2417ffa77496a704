namespace Triggers.Engine.Index;

/// <summary>The forms of a <see cref="Condition"/>; for every one a missing field is too little.</summary>
internal enum ConditionKind : byte
{
    /// <summary>The field is there.</summary>
    Present,

    /// <summary>Its key is between two bounds, both included.</summary>
    Between,

    /// <summary>Its key is one of a list.</summary>
    OneOf,

    /// <summary>It has no key, or one that is not in the list.</summary>
    NoneOf,
}
