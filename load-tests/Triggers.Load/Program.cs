using System.Globalization;
using Triggers.Load;

const string Usage = """
    triggers load: figures measured by hand; each run is bounded.

      input  [--events N]              length and hash of the load's bytes (default 1,000,000 events)
      engine cart [--events N] [--json]   the engine alone on the load (default 1,000,000 events)
      cache  [--customers N]           memory and access of the state cache ÷ a plain object graph (default 1,000,000 customers)
      publish [--rules N]              longest time between two folded events while rules are published (default 10,000 rules)
      check  [--triggers N]            checking a workspace ÷ parsing its YAML alone (default 10,000 triggers)
    """;

int Number(string option, int otherwise)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}

switch (args)
{
    case ["input", ..]:
        return WorkloadCheck.Run(Number("--events", 1_000_000));
    case ["engine", var name, ..]:
        return EngineLoad.Run(name, Number("--events", 1_000_000), args.Contains("--json"));
    case ["cache", ..]:
        return CacheLoad.Run(Number("--customers", 1_000_000));
    case ["publish", ..]:
        return PublishLoad.Run(Number("--rules", 10_000));
    case ["check", ..]:
        return CheckLoad.Run(Number("--triggers", 10_000));
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
