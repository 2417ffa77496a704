using Xunit;

namespace Triggers.Servers.Serving;

/// <summary><c>triggers log dump</c> and <c>triggers run --log</c>, as a user runs them.</summary>
internal static class RepeatedLog
{
    /// <summary>The lines of <c>messages.jsonl</c>.</summary>
    internal static string[] Run(LiveInstallation live)
    {
        var dump = Path.Combine(live.Folder, "log.jsonl");
        var folder = Path.Combine(live.Folder, "repeated");
        var (dumped, said) = live.Command("log", "dump", "--config", live.ConfigPath, "--out", dump);
        Assert.True(dumped == 0, said);
        var (ran, output) = live.Command("run", "--log", dump, "--out", folder);
        Assert.True(ran == 0, output);
        return File.ReadAllLines(Path.Combine(folder, "messages.jsonl"));
    }
}
