using System.IO.MemoryMappedFiles;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>
/// Writes the protocol step to a memory-mapped file, so that another process can kill this one at a chosen step. For crash tests; switched on by the environment variable
/// <see cref="Variable"/>. Layout, little-endian: int32 the step now · int32 the step at which to stand still until killed, 0 = none · int64 steps entered.
/// </summary>
public sealed class ProtocolTraceFile : IProtocolTrace, IDisposable
{
    /// <summary>Names the file.</summary>
    public const string Variable = "TRIGGERS_PROTOCOL_TRACE";

    /// <summary>Size of the file in bytes.</summary>
    public const int Size = 16;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private long _entered;

    /// <summary>Maps the file, creating it where it is missing.</summary>
    public ProtocolTraceFile(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Size);
        _view = _file.CreateViewAccessor(0, Size);
    }

    /// <inheritdoc/>
    public void Enter(ProtocolStep step)
    {
        _view.Write(0, (int)step);
        _view.Write(8, Interlocked.Increment(ref _entered));
        while (step != ProtocolStep.Idle && _view.ReadInt32(4) == (int)step)
        {
            // Other threads go on and write their own steps; the one that stands still is what the watcher waits for.
            _view.Write(0, (int)step);
            Thread.Sleep(1);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
