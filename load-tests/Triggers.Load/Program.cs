using System.Globalization;
using Triggers.Load;

const string Usage = """
    triggers load: figures measured by hand; each run is bounded.

      input  [--events N]                    length and hash of the load's bytes (default 1,000,000 events)
      engine cart|rules-N [--events N] [--by-hand] [--json]
                                             the engine alone on the load (default 1,000,000 events); --by-hand: a loop written for just these rules
      table  [--events N] [--only ID] [--json]  the ratios that the targets speak of (default 3,000,000 events)
      allocations                            bytes per event of every way that has a budget, as the file of budgets has them
      check  [--triggers N]                  checking a workspace ÷ parsing its YAML alone (default 10,000 triggers)
      matching [--rules N]                   finding the rules an event concerns: two loops ÷ the index (default 10,000 rules)
      cache  [--customers N]                 memory and access of the state cache ÷ a plain object graph (default 1,000,000 customers)
      decode [--events N]                    making events of the load ÷ a bare JSON reader on its bytes (default 200,000 events)
      gates  [--candidates N]                time and bytes of a candidate, the gates and its record apart (default 200,000 candidates)
      publish [--rules N]                    the longest gap between two events while rules are published (default 10,000 rules)
      csv    --file FILE                     triggers run over Online Retail ÷ mawk and ÷ our own CSV reader adding up the same columns
    """;

int Number(string option, int otherwise)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Max(1, value) : otherwise;
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
        return EngineLoad.Run(name, Number("--events", 1_000_000), args.Contains("--by-hand"), args.Contains("--json"));
    case ["table", ..]:
        return TableLoad.Run(Number("--events", 3_000_000), Text("--only"), args.Contains("--json"));
    case ["allocations", ..]:
        return AllocationLoad.Run();
    case ["cache", ..]:
        return CacheLoad.Run(Number("--customers", 1_000_000));
    case ["decode", ..]:
        return DecodeLoad.Run(Number("--events", 200_000));
    case ["gates", ..]:
        return GatesLoad.Run(Number("--candidates", 200_000));
    case ["publish", ..]:
        return PublishLoad.Run(Number("--rules", 10_000));
    case ["csv", ..]:
        return CsvLoad.Run(Text("--file"));
    case ["check", ..]:
        return CheckLoad.Run(Number("--triggers", 10_000));
    case ["matching", ..]:
        return MatchingLoad.Run(Number("--rules", 10_000));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
