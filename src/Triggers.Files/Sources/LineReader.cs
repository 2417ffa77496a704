namespace Triggers.Files.Sources;

/// <summary>Lines of a UTF-8 file; empty ones are left out. One thread.</summary>
internal sealed class LineReader(InputFile file)
{
    /// <summary>Longest line in bytes that is read; of a longer one only this much is kept.</summary>
    public const int LongestLine = 1 << 24;

    private readonly ByteWindow _window = new(file);
    private int _length;
    private int _next;

    /// <summary>Number of the line in the file, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line without its line end; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Line => _window.Rest[.._length];

    /// <summary>The same as <see cref="Line"/>.</summary>
    public ReadOnlyMemory<byte> Memory => _window.Beginning(_length);

    /// <summary>True when the line was longer than <see cref="LongestLine"/> and is cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes to the next line that is not empty; false at the end.</summary>
    public bool Read()
    {
        do
        {
            _window.Pass(_next);
            if (!Find())
            {
                return false;
            }

            Number++;
        }
        while (_length == 0);

        return true;
    }

    private bool Find()
    {
        var searched = 0;
        IsCut = false;
        while (true)
        {
            var end = _window.Rest[searched..].IndexOf((byte)'\n');
            if (end >= 0 || _window.IsLast)
            {
                return Take(end < 0 ? -1 : end + searched);
            }

            searched = _window.Rest.Length;
            if (searched >= LongestLine)
            {
                IsCut = true;
                return Take(LongestLine - 1);
            }

            _window.Fill();
        }
    }

    private bool Take(int end)
    {
        _length = end < 0 ? _window.Rest.Length : end;
        _next = end < 0 ? _length : end + 1;
        while (_length > 0 && _window.Rest[_length - 1] is (byte)'\r' or (byte)' ')
        {
            _length--;
        }

        return _next > 0;
    }
}
