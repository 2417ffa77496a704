using System.Diagnostics;

namespace Triggers.Servers.Fixtures;

/// <summary>A server process of ours: output into a file, ended by its id, at the latest when the test run exits.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _output;

    private ServerProcess(Process process, string output)
    {
        _process = process;
        _output = output;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>The process id; the program keeps it, because the shell in between replaces itself.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a program; its output goes to the file <paramref name="output"/>, which is overwritten.</summary>
    public static ServerProcess Start(string output, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        foreach (var argument in (string[])["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output, program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start)!, output);
    }

    /// <summary>Waits until <paramref name="ready"/>; the end of the process or of the time fails with the last lines of its output.</summary>
    public void WaitUntil(Func<bool> ready, TimeSpan atMost)
    {
        var waiting = Stopwatch.StartNew();
        while (!ready())
        {
            if (_process.HasExited || waiting.Elapsed > atMost)
            {
                var tail = File.Exists(_output) ? string.Join('\n', File.ReadLines(_output).TakeLast(15)) : "";
                var state = _process.HasExited ? "ended" : "is not ready";
                throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[4]} {state} after {waiting.Elapsed.TotalSeconds:0} s:\n{tail}");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Stops it as it is (SIGSTOP): connections stay open and nothing answers.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Thaw() => Signal("CONT");

    /// <summary>Waits for the end and returns the exit code.</summary>
    public int WaitForExit()
    {
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits for the end and returns the exit code; kills it when the time is over.</summary>
    public int WaitForExit(TimeSpan atMost)
    {
        if (!_process.WaitForExit(atMost))
        {
            Kill();
            throw new TimeoutException($"{_process.StartInfo.ArgumentList[4]} did not end within {atMost.TotalSeconds:0} s.");
        }

        return _process.ExitCode;
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kill -9, children first.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        Kill();
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {Id}"]);
        kill.WaitForExit();
    }

    private void OnExit(object? sender, EventArgs arguments) => Kill();
}
