using Spectre.Console;

namespace Triggers.Cli.Output;

/// <summary>A bar while something runs; nothing where nobody watches.</summary>
public static class RunProgress
{
    /// <summary>Runs <paramref name="work"/>, which reports how much is done, 0..1.</summary>
    public static void Show(Terminal terminal, string title, Action<Action<double>?> work)
    {
        if (!terminal.ShowsProgress)
        {
            work(null);
            return;
        }

        terminal.Watched().Progress().AutoClear(true).HideCompleted(true).Start(progress =>
        {
            var task = progress.AddTask(title, maxValue: 1);
            work(done => task.Value = done);
        });
    }
}
