namespace Triggers.Tests.Engine.Oracle;

/// <summary>What conditions see of a customer.</summary>
internal interface INaiveView
{
    /// <summary>What a trait says now; null: absent.</summary>
    object? Trait(NaiveTrait trait);

    /// <summary>True when the customer is in the segment.</summary>
    bool IsIn(string segment);

    /// <summary>The name of the stage; null: none.</summary>
    string? Stage { get; }

    /// <summary>The identifier's value.</summary>
    string Id { get; }
}
