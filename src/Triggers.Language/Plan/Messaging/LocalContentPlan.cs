using Triggers.Language.Templates;

namespace Triggers.Language.Plan.Messaging;

/// <summary>What is said on one channel in one language.</summary>
/// <param name="Locale">BCP 47.</param>
/// <param name="Parts">Part (<c>title</c>, <c>body</c> …) → template, in the order of the file.</param>
public sealed record LocalContentPlan(string Locale, IReadOnlyList<KeyValuePair<string, Template>> Parts);
