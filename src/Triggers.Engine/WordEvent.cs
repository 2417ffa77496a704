using Triggers.Model.Events;

namespace Triggers.Engine;

/// <summary>An event type that says something about messages.</summary>
/// <param name="Type">The type.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Place">Which consent event, channel or field it is about.</param>
internal readonly record struct WordEvent(EventType Type, WordsKind Kind, int Place);
