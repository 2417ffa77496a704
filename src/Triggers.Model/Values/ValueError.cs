namespace Triggers.Model.Values;

/// <summary>Why an expression has no value, in the terms of the CEL specification (for instance <c>no such key</c>, <c>divide by zero</c>).</summary>
/// <param name="Message">What happened, with the value where it helps.</param>
public sealed record ValueError(string Message);
