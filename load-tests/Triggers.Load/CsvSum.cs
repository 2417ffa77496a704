using System.Buffers.Text;
using System.Globalization;
using Triggers.Engine.Intake;
using Triggers.Files.Sources;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Load;

/// <summary><c>csv-sum --file FILE</c>: this project's own CSV reader, adding up quantities and values exactly; what <see cref="CsvLoad"/> holds <c>triggers run</c> against.</summary>
internal static class CsvSum
{
    /// <summary>Runs and prints rows, quantity and value; the exit code.</summary>
    internal static int Run(string file)
    {
        using var input = InputFile.Open(file);
        var rows = new CsvReader(input);
        rows.Want([.. rows.Header.Select(name => name == "Quantity" ? 0 : name == "UnitPrice" ? 1 : -1)], 2);
        long count = 0, quantity = 0;
        decimal value = 0;
        while (rows.Read())
        {
            var fields = rows.Fields;
            var row = Number(fields.Bytes(fields[0]));
            count++;
            quantity += row;
            value += row * Amount(fields);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {quantity} {value:F3}"));
        return 0;
    }

    private static long Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length ? number : throw new FormatException("No quantity.");

    private static decimal Amount(in RawFields fields)
    {
        if (!ShortDecimal.TryParse(fields.Bytes(fields[1]), out var mantissa, out var scale))
        {
            throw new FormatException("No price.");
        }

        var magnitude = (ulong)Math.Abs(mantissa);
        return new((int)magnitude, (int)(magnitude >> 32), 0, mantissa < 0, scale);
    }
}
