using System.Text;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Files.Sources;

/// <summary>
/// Rows of a CSV file (RFC 4180, UTF-8, comma): cells in quotes may hold commas, line ends and doubled quotes; lines end with LF or CRLF; empty lines are left out. Finds
/// cells and reads none: a cell costs one vectorised search, a row no allocation. One thread.
/// </summary>
public sealed class CsvReader
{
    private const int LongestRow = 1 << 20;

    private readonly ByteWindow _window;
    private int[] _slotOfColumn = [];
    private RawField[] _slots = [];
    private int _next;

    /// <summary>Opens the file at its header line.</summary>
    public CsvReader(InputFile file)
    {
        _window = new(file);
        Header = ReadHeader();
    }

    /// <summary>Names of the columns; empty when the file is empty.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Number of the row, from 1, without the header.</summary>
    public long Row { get; private set; }

    /// <summary>What is wrong with the row, one sentence; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The wanted cells of the row; valid until the next is read.</summary>
    public RawFields Fields => new(_window.Rest, _slots);

    /// <summary>The row as it stands in the file, without its line end; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Text => _window.Beginning(_window.Rest[.._next].TrimEnd("\r\n"u8).Length);

    /// <summary>Chooses what <see cref="Fields"/> holds: for each column its slot, -1 when it is not wanted.</summary>
    public void Want(int[] slotOfColumn, int slots)
    {
        _slotOfColumn = slotOfColumn;
        _slots = new RawField[slots];
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read()
    {
        _window.Pass(_next);
        _next = 0;
        while (true)
        {
            var length = TryRow(out var columns, out var problem);
            if (length < 0)
            {
                _window.Fill();
                continue;
            }

            if (length == 0)
            {
                return false;
            }

            if (columns == 0)
            {
                _window.Pass(length);
                continue;
            }

            Row++;
            _next = length;
            Problem = problem ?? (columns == Header.Count ? null : $"The row has {columns} cells; the header has {Header.Count}.");
            return true;
        }
    }

    private string[] ReadHeader()
    {
        var names = new List<string>();
        Want([], 0);
        while (TryRow(out _, out _) < 0)
        {
            _window.Fill();
        }

        // Columns are few and the header is read once: cut it by asking for one column after the other.
        var length = TryRow(out var columns, out _);
        for (var column = 0; column < columns; column++)
        {
            Want([.. Enumerable.Repeat(-1, column), 0], 1);
            TryRow(out _, out _);
            names.Add(Encoding.UTF8.GetString(Fields.Bytes(_slots[0])).Replace("\"\"", "\"", StringComparison.Ordinal).Trim());
        }

        Want([], 0);
        _window.Pass(length);
        return [.. names];
    }

    /// <summary>
    /// Finds the cells of the row at the start of the window. Returns its length with line end: 0 at the end of the file, -1 when the row goes on beyond what is in memory.
    /// An empty line has no columns.
    /// </summary>
    private int TryRow(out int columns, out string? problem)
    {
        var rest = _window.Rest;
        columns = 0;
        problem = null;
        Array.Clear(_slots);
        if (rest.IsEmpty)
        {
            return _window.IsLast ? 0 : -1;
        }

        if (rest[0] == '\n' || rest.StartsWith("\r\n"u8))
        {
            return rest[0] == '\n' ? 1 : 2;
        }

        for (var at = 0; ;)
        {
            var quoted = at < rest.Length && rest[at] == '"';
            var cell = quoted ? TryQuoted(rest, at, out var after, ref problem) : TryPlain(rest, at, out after);
            if (after < 0)
            {
                problem = quoted ? $"The quote that opens cell {columns + 1} is never closed." : $"The row is longer than {LongestRow:N0} bytes.";
                return rest.Length > LongestRow || _window.IsLast ? FirstLine(rest) : -1;
            }

            if (columns < _slotOfColumn.Length && _slotOfColumn[columns] >= 0)
            {
                _slots[_slotOfColumn[columns]] = cell;
            }

            columns++;
            at = after;
            if (at >= rest.Length)
            {
                return rest.Length;
            }

            if (rest[at++] == '\n')
            {
                return at;
            }
        }
    }

    /// <summary>A cell without quotes; <paramref name="after"/> is where its comma or line end stands, -1 when it is not in memory.</summary>
    private RawField TryPlain(ReadOnlySpan<byte> rest, int at, out int after)
    {
        var length = rest[at..].IndexOfAny((byte)',', (byte)'\n');
        if (length < 0)
        {
            length = rest.Length - at;
            after = _window.IsLast ? rest.Length : -1;
        }
        else
        {
            after = at + length;
        }

        var ends = after < 0 || after == rest.Length || rest[after] == '\n';
        return new(RawForm.Cell, at, length - (ends && length > 0 && rest[at + length - 1] == '\r' ? 1 : 0));
    }

    private RawField TryQuoted(ReadOnlySpan<byte> rest, int at, out int after, ref string? problem)
    {
        var doubled = false;
        var start = at + 1;
        for (var from = start; ;)
        {
            var quote = rest[from..].IndexOf((byte)'"');
            var next = from + quote + 1;
            if (quote < 0 || (next >= rest.Length && !_window.IsLast))
            {
                after = -1;
                return default;
            }

            if (next >= rest.Length || rest[next] != '"')
            {
                var cell = new RawField(doubled ? RawForm.QuotedCell : RawForm.Cell, start, next - 1 - start);
                var tail = TryPlain(rest, next, out after);
                problem ??= tail.Length > 0 && after >= 0 ? "A cell goes on after its closing quote: quotes inside a cell are doubled." : null;
                return cell;
            }

            doubled = true;
            from = next + 1;
        }
    }

    /// <summary>A quote that is never closed would eat the rest of the file: such a row ends at its first line end instead.</summary>
    private static int FirstLine(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest.Length : end + 1;
    }
}
