using System.Globalization;
using Triggers.CsvSum;
using Triggers.Files.Sources;

// Rows, quantity and value of Online Retail, added up exactly by this project's own CSV reader.
if (args is not [var file])
{
    Console.Error.WriteLine("error: There is no file of Online Retail.\n  Name it: Triggers.CsvSum online_retail.csv.gz");
    return 2;
}

using var input = InputFile.Open(file);
var sums = RetailSums.Of(new CsvReader(input));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sums.Rows} {sums.Quantity} {sums.Value:F3}"));
return 0;
