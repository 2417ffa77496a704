using System.Globalization;
using System.Text;
using Triggers.Cli;

namespace Triggers.Tests.Cli;

/// <summary>What a person sees who types commands, without colours and without a clock; the test's folder is written DIR.</summary>
internal sealed class Transcript(string folder)
{
    private readonly StringBuilder _text = new();

    /// <summary>Runs one command; words that begin with <c>DIR/</c> are below the test's folder.</summary>
    public Transcript Type(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, ShowsProgress: false, ShowsColour: false, Width: 120) { Time = new StoppedTime() };
        var code = CommandLine.Run([.. words.Select(w => w.Replace("DIR", folder, StringComparison.Ordinal))], terminal);
        _text.Append("$ triggers ").AppendJoin(' ', words).Append('\n').Append(output).Append(error);
        _text.Append(code == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"(exit code {code})\n")).Append('\n');
        return this;
    }

    /// <summary>Takes a file below the test's folder away.</summary>
    public Transcript Forget(string file)
    {
        File.Delete(Path.Combine(folder, file));
        _text.Append("$ rm DIR/").Append(file).Append("\n\n");
        return this;
    }

    /// <summary>The commands and what they wrote.</summary>
    public override string ToString() => _text.Replace(folder, "DIR").ToString();

    /// <summary>A clock that does not go on, so that no duration stands in an approved text.</summary>
    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
