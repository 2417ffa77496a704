using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>A value in words.</summary>
/// <param name="Text">For instance <c>its value</c>, <c>50 EUR</c>.</param>
/// <param name="Bare">Of a field of an event its name alone, <c>value</c>; null for anything else.</param>
/// <param name="Type">Its type where it is known.</param>
internal sealed record Noun(string Text, string? Bare, DataType? Type);
