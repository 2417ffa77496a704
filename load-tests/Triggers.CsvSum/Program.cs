using System.Globalization;
using Triggers.CsvSum;
using Triggers.Files.Sources;
using Triggers.Files.Workspaces;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;

// Online Retail, added up exactly by this project's own readers: the reader of rows alone, or the reader of events by a workspace's mapping.
switch (args)
{
    case [var file]:
        using (var input = InputFile.Open(file))
        {
            var sums = RetailSums.Of(new CsvReader(input));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sums.Rows} {sums.Quantity} {sums.Value:F3}"));
        }

        return 0;

    case [var workspace, var file]:
        var mistakes = new DiagnosticBag();
        if (WorkspaceCompiler.Compile(WorkspaceDirectory.Read(workspace), mistakes) is not { } plan)
        {
            Console.Error.WriteLine($"error: {workspace} has mistakes.\n  Look at them: triggers check {workspace}");
            return 2;
        }

        var orders = OrderSums.Of(file, plan.Catalogue);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{orders.Rows} rows, {orders.Anonymous} anonymous, {orders.Events} events of {orders.Value}"));
        return 0;

    default:
        Console.Error.WriteLine("error: There is no file of Online Retail.\n  Name it, after a workspace to have its rows read as events: Triggers.CsvSum [WORKSPACE] online_retail.csv.gz");
        return 2;
}
