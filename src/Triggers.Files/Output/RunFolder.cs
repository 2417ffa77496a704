using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios;

namespace Triggers.Files.Output;

/// <summary>
/// What a run gives, as JSON lines in a folder: <c>messages.jsonl</c>, <c>decisions.jsonl</c>, <c>dead.jsonl</c>, <c>late.jsonl</c>. The bytes of a line are those that the live
/// system writes to its topics. The folder is made when it is not there; files of an earlier run are replaced. One thread.
/// </summary>
public sealed class RunFolder : IRunSink, IDisposable
{
    private readonly string _logTopic;
    private readonly Stream _messages, _decisions, _dead, _late;

    /// <summary>Opens the four files.</summary>
    /// <param name="folder">Path of the folder; made when it is not there.</param>
    /// <param name="logTopic">The topic that dead records of a log are said to come from.</param>
    /// <exception cref="OutsideFault">The folder or a file cannot be written.</exception>
    public RunFolder(string folder, string logTopic = "triggers.events")
    {
        _logTopic = logTopic;
        try
        {
            Directory.CreateDirectory(folder);
            _messages = Create(folder, MessagesFile);
            _decisions = Create(folder, DecisionsFile);
            _dead = Create(folder, DeadFile);
            _late = Create(folder, LateFile);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutsideFault($"The results cannot be written to {folder}: {broken.Message}", "Give another folder with --out, or check its permissions.", inner: broken);
        }
    }

    /// <summary>Messages, in the order decided.</summary>
    public const string MessagesFile = "messages.jsonl";

    /// <summary>One decision a candidate.</summary>
    public const string DecisionsFile = "decisions.jsonl";

    /// <summary>Records that are no events, with the reason.</summary>
    public const string DeadFile = "dead.jsonl";

    /// <summary>Events later than their type allows.</summary>
    public const string LateFile = "late.jsonl";

    /// <inheritdoc/>
    public void Take(FoldOutput output)
    {
        foreach (var message in output.Steps.Messages)
        {
            WriteLine(_messages, MessageJson.Line(message));
        }

        foreach (var decision in output.Steps.Decisions)
        {
            WriteLine(_decisions, DecisionJson.Line(decision));
        }

        foreach (var late in output.Late)
        {
            WriteLine(_late, LateJson.Line(late));
        }

        foreach (var dead in output.Dead)
        {
            Take(DeadLetter.Of(dead, _logTopic));
        }
    }

    /// <inheritdoc/>
    public void Take(DeadLetter letter) => WriteLine(_dead, DeadLetterJson.Line(letter));

    /// <summary>Writes what is still in memory.</summary>
    /// <exception cref="OutsideFault">It cannot be written.</exception>
    public void Finish()
    {
        foreach (var file in new[] { _messages, _decisions, _dead, _late })
        {
            try
            {
                file.Flush();
            }
            catch (IOException broken)
            {
                throw Full(broken);
            }
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _messages.Dispose();
        _decisions.Dispose();
        _dead.Dispose();
        _late.Dispose();
    }

    private static FileStream Create(string folder, string name) => new(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);

    private static void WriteLine(Stream file, ReadOnlySpan<byte> line)
    {
        try
        {
            file.Write(line);
        }
        catch (IOException broken)
        {
            throw Full(broken);
        }
    }

    private static OutsideFault Full(IOException broken) =>
        new($"The results cannot be written on: {broken.Message}", "Make room on the disk, then run again.", inner: broken);
}
