using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>
/// Collects outputs and hashes them as lines <c>customer|rule|time</c> in ordinal order. The time is when the message was due: the deadline of a wait, without one the time of
/// the event that began it. Lines are made at the end, so that they cost a measured run nothing.
/// </summary>
internal sealed class OutputHash : IRunSink
{
    private readonly List<(string Customer, string Rule, long Time)> _outputs = [];

    internal int Count => _outputs.Count;

    public void Take(FoldOutput output)
    {
        foreach (var message in output.Steps.Messages)
        {
            Add(message.Identifier.Value, message.Trigger, message.DueAt.UnixMilliseconds);
        }
    }

    public void Take(DeadLetter letter) => throw new InvalidOperationException(letter.Reason);

    /// <summary>Adds one output; <paramref name="rule"/> is the name of its trigger, <paramref name="time"/> in milliseconds since 1970.</summary>
    internal void Add(string customer, string rule, long time) => _outputs.Add((customer, rule, time));

    /// <summary>SHA-256 over the sorted lines, lower-case hexadecimal.</summary>
    internal string Hash()
    {
        var lines = _outputs.ConvertAll(output => string.Create(CultureInfo.InvariantCulture, $"{output.Customer}|{Number(output.Rule)}|{output.Time}\n"));
        lines.Sort(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        lines.ForEach(line => hash.AppendData(Encoding.UTF8.GetBytes(line)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Number(string rule) =>
        rule.StartsWith(RulesWorkload.NamePrefix, StringComparison.Ordinal) ? rule[RulesWorkload.NamePrefix.Length..] : rule;
}
