using System.Diagnostics;
using System.Globalization;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using YamlDotNet.RepresentationModel;

namespace Triggers.Load;

/// <summary><c>check [--triggers N]</c>: time to check a workspace of N triggers ÷ time to read and parse its YAML alone, and the memory of the plan a trigger.</summary>
internal static class CheckLoad
{
    private const int Rounds = 5;

    /// <summary>Runs and prints; the exit code.</summary>
    internal static int Run(int triggers)
    {
        var folder = Directory.CreateTempSubdirectory("triggers-check-").FullName;
        try
        {
            Write(folder, triggers);
            Parse(folder);
            Check(folder);
            double parse = double.MaxValue, check = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                // Rounds alternate, and the best of each counts: other work on the machine only ever adds.
                parse = Math.Min(parse, CpuSeconds(() => Parse(folder)));
                check = Math.Min(check, CpuSeconds(() => Check(folder)));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
                {triggers:N0} triggers
                reading and parsing the YAML alone  {parse * 1000,8:N0} ms of CPU
                check                               {check * 1000,8:N0} ms of CPU
                ratio                               {check / parse,8:N2} (bar: 4)
                plan                                {PlanBytes(folder) / triggers,8:N0} bytes a trigger
                """));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, int triggers)
    {
        foreach (var (path, text) in ManyTriggers.Files(triggers).Files)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(path)!)).FullName, Path.GetFileName(path)), text);
        }
    }

    private static void Parse(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            new YamlStream().Load(new StringReader(File.ReadAllText(file)));
        }
    }

    private static Triggers.Language.Plan.WorkspacePlan Check(string folder)
    {
        var diagnostics = new DiagnosticBag();
        return WorkspaceCompiler.Compile(Triggers.Files.Workspaces.WorkspaceDirectory.Read(folder), diagnostics) ??
            throw new InvalidOperationException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }

    private static long PlanBytes(string folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var plan = Check(folder);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(plan);
        return after - before;
    }

    private static double CpuSeconds(Action work)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }
}
