using System.Collections.Concurrent;
using Triggers.Runtime.Telemetry;

namespace Triggers.Simulation;

/// <summary>Keeps what the workers say, for the message of a failing run, and counts the protocol's steps.</summary>
internal sealed class Notebook : IProtocolTrace
{
    private const int LinesMax = 400;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly long[] _steps = new long[16];

    /// <summary>What must never happen; null: it did not.</summary>
    internal string? Failure { get; private set; }

    internal string Text => string.Join(Environment.NewLine, _lines);

    public void Enter(ProtocolStep step) => Interlocked.Increment(ref _steps[(int)step]);

    internal long Count(ProtocolStep step) => Volatile.Read(ref _steps[(int)step]);

    internal void Write(string line)
    {
        _lines.Enqueue(line);
        while (_lines.Count > LinesMax)
        {
            _lines.TryDequeue(out _);
        }
    }

    internal void Fail(string line)
    {
        Failure ??= line;
        Write(line);
    }

    internal INotices For(string process) => new Voice(this, process);

    private sealed class Voice(Notebook notebook, string process) : INotices
    {
        public void Info(NoticeText text) => notebook.Write($"{process} info {text}");

        public void Warning(NoticeText text) => notebook.Write($"{process} warn {text}");

        public void Error(NoticeText text) => notebook.Fail($"{process} ERROR {text}");
    }
}
