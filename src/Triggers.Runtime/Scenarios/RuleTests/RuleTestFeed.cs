using System.Globalization;
using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Events;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>The given events of a rule test as a feed. Their ids are <c>given-1</c>, <c>given-2</c> … in order of time.</summary>
internal sealed class RuleTestFeed(RuleTest test, RuleTestCast cast) : IEventFeed
{
    private int _read;

    /// <summary>The event that <see cref="Event"/> shows; null before the first.</summary>
    public GivenEvent? Current => _read > 0 ? test.Given[_read - 1] : null;

    /// <inheritdoc/>
    public CustomerEvent Event { get; } = new();

    /// <inheritdoc/>
    public DeadLetter Dead => throw new InvalidOperationException("A rule test has no dead letters.");

    /// <inheritdoc/>
    public double Progress => (double)_read / Math.Max(1, test.Given.Count);

    /// <summary>The id of the event at <paramref name="place"/> in <see cref="RuleTest.Given"/>.</summary>
    public static string IdOf(int place) => string.Create(CultureInfo.InvariantCulture, $"given-{place + 1}");

    /// <inheritdoc/>
    public DecodedKind? Next()
    {
        if (_read == test.Given.Count)
        {
            return null;
        }

        var given = test.Given[_read];
        Event.Begin(given.Type, cast.KeyOf(given.Customer), cast.IdentifierOf(given.Customer), IdOf(_read), given.At);
        foreach (var (field, value) in given.Fields)
        {
            Event.Set(field.Ordinal, value);
        }

        _read++;
        return DecodedKind.Event;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
