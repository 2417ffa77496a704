using System.Diagnostics;
using System.Globalization;

namespace Triggers.Load;

/// <summary>
/// <c>csv --file FILE</c>: CPU time of <c>triggers run</c> over Online Retail ÷ that of <c>zcat | mawk</c> and ÷ that of this project's own CSV reader, all merely adding up
/// quantities and values; the reader once as it reads events (types, times, customers, one event an invoice), once as it finds the cells of two columns. Each is a process of its own, its start included;
/// the readers are compiled and run as <c>triggers</c> is.
/// </summary>
internal static class CsvLoad
{
    private const int Rounds = 11;
    private const double MostOfMawk = 6;
    private const double MostOfReader = 2;

    // Descriptions have commas in quotes, which awk splits: columns are counted from the right, where none has any.
    private const string Awk = "NR > 1 { quantity += $(NF-4); value += $(NF-4) * $(NF-2) } END { printf \"%d %d %.3f\\n\", NR - 1, quantity, value }";

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(string? file)
    {
        if (file is null || !File.Exists(file))
        {
            Console.Error.WriteLine("error: There is no file of Online Retail.\n  Name it: csv --file online_retail.csv.gz");
            return 2;
        }

        var root = Root();
        var folder = Directory.CreateTempSubdirectory("triggers-csv-").FullName;
        try
        {
            var (own, cli) = (Built(root, "load-tests/Triggers.CsvSum"), Built(root, "src/Triggers.Cli"));
            var workspace = Path.Combine(root, "tests/Scenarios/online-retail");
            var results = Path.Combine(folder, "out");
            var measured = new (string Name, string Program, string[] Arguments)[]
            {
                ("zcat | mawk, adding up", "sh", ["-c", "zcat \"$1\" | mawk -F, \"$2\"", "sh", file, Awk]),
                ("own reader of cells, adding up", "dotnet", [own, file]),
                ("own reader of events, adding up", "dotnet", [own, workspace, file]),
                ("triggers run", "dotnet", [cli, "run", workspace, "--events", $"retail={file}", "--out", results, "--summary", "json"]),
            };
            var best = Enumerable.Repeat(double.MaxValue, measured.Length).ToArray();
            var said = new string[measured.Length];
            for (var round = 0; round < Rounds; round++)
            {
                // Rounds alternate, and the best of each counts: other work on the machine only ever adds.
                for (var i = 0; i < measured.Length; i++)
                {
                    best[i] = Math.Min(best[i], CpuSeconds(measured[i].Program, measured[i].Arguments, out said[i]));
                }

                // As a first run finds it: that of an earlier one would be emptied in the time of the next.
                Directory.Delete(results, recursive: true);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {measured[0].Name,-32}{best[0],7:N3} s of CPU   {said[0]}
                {measured[1].Name,-32}{best[1],7:N3} s of CPU   {said[1]}
                {measured[2].Name,-32}{best[2],7:N3} s of CPU   {said[2]}
                {measured[3].Name,-32}{best[3],7:N3} s of CPU
                run ÷ mawk                  {best[3] / best[0],6:N2} (bar: {MostOfMawk})
                run ÷ own reader of events  {best[3] / best[2],6:N2} (bar: {MostOfReader})
                run ÷ own reader of cells   {best[3] / best[1],6:N2}
                """));
            var rows = said[0].Split(' ')[0];
            return said[0] == said[1] && said[2].StartsWith($"{rows} rows,", StringComparison.Ordinal) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The folder of the repository: it has the solution in it.</summary>
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Triggers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The load is run from the repository: no folder above has Triggers.sln.");
    }

    private static string Built(string root, string project) => Path.Combine(root, project, "bin/Release/net10.0", Path.GetFileName(project) + ".dll");

    private static double CpuSeconds(string program, string[] arguments, out string said)
    {
        var before = ChildTimes.Seconds();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? ChildTimes.Seconds() - before : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
