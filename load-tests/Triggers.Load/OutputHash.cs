using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>Collects outputs as lines <c>customer|rule|time</c> and hashes them in ordinal order.</summary>
internal sealed class OutputHash : IRunSink
{
    private readonly List<string> _lines = [];

    internal int Count => _lines.Count;

    public void Take(FoldOutput output)
    {
        foreach (var message in output.Steps.Messages)
        {
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{message.Identifier.Value}|{message.Trigger}|{message.DueAt.UnixMilliseconds}\n"));
        }
    }

    public void Take(DeadLetter letter) => throw new InvalidOperationException(letter.Reason);

    /// <summary>SHA-256 over the sorted lines, lower-case hexadecimal.</summary>
    internal string Hash()
    {
        _lines.Sort(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _lines.ForEach(line => hash.AppendData(Encoding.UTF8.GetBytes(line)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
