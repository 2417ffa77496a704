using System.Buffers.Text;
using Triggers.Engine.Intake;
using Triggers.Files.Sources;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.CsvSum;

/// <summary>What the rows of Online Retail come to.</summary>
/// <param name="Rows">Number of rows, without the header.</param>
/// <param name="Quantity">Sum of the quantities.</param>
/// <param name="Value">Sum of quantity × price, exact.</param>
internal sealed record RetailSums(long Rows, long Quantity, decimal Value)
{
    /// <summary>Reads all rows and nothing of them but the two columns.</summary>
    internal static RetailSums Of(CsvReader rows)
    {
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

        return new(count, quantity, value);
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
