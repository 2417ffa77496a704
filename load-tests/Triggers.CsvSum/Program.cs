using System.Globalization;
using Triggers.CsvSum;
using Triggers.Files.Sources;

// csv-sum FILE: rows, quantity and value of Online Retail, added up exactly by this project's own CSV reader.
using var input = InputFile.Open(args[0]);
var sums = RetailSums.Of(new CsvReader(input));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sums.Rows} {sums.Quantity} {sums.Value:F3}"));
