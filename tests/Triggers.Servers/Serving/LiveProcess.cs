using System.IO.MemoryMappedFiles;
using Triggers.Hosting.Telemetry;
using Triggers.Runtime.Telemetry;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Serving;

/// <summary>A running <c>triggers serve</c>, with a view of its protocol step.</summary>
internal sealed class LiveProcess : IDisposable
{
    private readonly LiveInstallation _installation;
    private readonly bool _hasWorkspace;
    private readonly string _output;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _trace;
    private ServerProcess _process;

    internal LiveProcess(LiveInstallation installation, string transactionalId, bool hasWorkspace)
    {
        _installation = installation;
        _hasWorkspace = hasWorkspace;
        TransactionalId = transactionalId;
        _output = Path.Combine(installation.Folder, $"{transactionalId}.log");
        _file = MemoryMappedFile.CreateFromFile(TracePath, FileMode.Create, null, ProtocolTraceFile.Size);
        _trace = _file.CreateViewAccessor();
        _process = Start();
    }

    /// <summary>The built program.</summary>
    internal static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Triggers.Cli.dll");

    internal string TransactionalId { get; }

    private string TracePath => Path.Combine(_installation.Folder, $"{TransactionalId}.trace");

    /// <summary>Waits until the process reads the step and stands still there; then kill -9. False: it did not come there in time.</summary>
    internal bool KillAt(ProtocolStep step, TimeSpan atMost)
    {
        _trace.Write(4, (int)step);
        var reached = SpinWait.SpinUntil(() => _trace.ReadInt32(0) == (int)step, atMost);
        if (reached)
        {
            _process.Kill();
        }

        _trace.Write(4, 0);
        return reached;
    }

    /// <summary>Starts it again after a kill, with the same transactional id.</summary>
    internal void Restart()
    {
        _process.Dispose();
        File.AppendAllText(_output + ".all", Text());
        _process = Start();
    }

    /// <summary>SIGTERM, and the exit code.</summary>
    internal int Stop()
    {
        _process.Terminate();
        return _process.WaitForExit(TimeSpan.FromSeconds(60));
    }

    /// <summary>Where it serves metrics and health: waits until it says so.</summary>
    internal Uri Url
    {
        get
        {
            const string Line = "Metrics and health at ";
            _process.WaitUntil(() => Text().Contains(Line, StringComparison.Ordinal), TimeSpan.FromSeconds(60));
            return new(Text().Split('\n').Last(line => line.Contains(Line, StringComparison.Ordinal)).Split(Line)[1].Trim().TrimEnd('.'));
        }
    }

    /// <summary>Waits for something that it must come to; its end is a failure, with its last lines.</summary>
    internal void WaitUntil(Func<bool> reached, TimeSpan atMost) => _process.WaitUntil(reached, atMost);

    /// <summary>Everything it said in all its lives.</summary>
    internal string Journal() => $"--- {TransactionalId}{Environment.NewLine}{(File.Exists(_output + ".all") ? File.ReadAllText(_output + ".all") : "")}{Text()}";

    public void Dispose()
    {
        _process.Dispose();
        _trace.Dispose();
        _file.Dispose();
    }

    private string Text() => File.Exists(_output) ? File.ReadAllText(_output) : "";

    private ServerProcess Start() => ServerProcess.Start(
        _output,
        new Dictionary<string, string> { [ProtocolTraceFile.Variable] = TracePath, ["TRIGGERS_WORKER_TRANSACTIONAL_ID"] = TransactionalId },
        "dotnet", [Program, "serve", .. _hasWorkspace ? [_installation.WorkspacePath] : Array.Empty<string>(), "--config", _installation.ConfigPath]);
}
