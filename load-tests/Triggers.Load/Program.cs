using System.Globalization;
using Triggers.Load;

const string Usage = """
    triggers load: figures measured by hand; each run is bounded.

      input  [--events N]              length and hash of the load's bytes (default 1,000,000 events)
      engine cart [--events N] [--json]   the engine alone on the load (default 1,000,000 events)
      decode [--events N]              making events of the load ÷ a bare JSON reader on its bytes (default 200,000 events)
      csv    --file FILE               triggers run over Online Retail ÷ mawk and ÷ our own CSV reader adding up the same columns
      check  [--triggers N]            checking a workspace ÷ parsing its YAML alone (default 10,000 triggers)
    """;

int Number(string option, int otherwise)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

string? Text(string option)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

switch (args)
{
    case ["input", ..]:
        return WorkloadCheck.Run(Number("--events", 1_000_000));
    case ["engine", var name, ..]:
        return EngineLoad.Run(name, Number("--events", 1_000_000), args.Contains("--json"));
    case ["decode", ..]:
        return DecodeLoad.Run(Number("--events", 200_000));
    case ["csv", ..]:
        return CsvLoad.Run(Text("--file"));
    case ["csv-sum", "--file", var file]:
        return CsvSum.Run(file);
    case ["check", ..]:
        return CheckLoad.Run(Number("--triggers", 10_000));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
