using System.Text;

namespace Triggers.Files.Sources;

/// <summary>The part of a file that is in memory: what a line or row is cut from. Grows with the longest one. One thread.</summary>
internal sealed class ByteWindow(InputFile file)
{
    private const int FirstSize = 1 << 18;

    private byte[] _bytes = new byte[FirstSize];
    private int _start;
    private int _end;
    private bool _opened;

    /// <summary>True when nothing follows what is in memory.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Everything in memory that was not passed yet.</summary>
    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(_start, _end - _start);

    /// <summary>The first bytes of <see cref="Rest"/>, valid as long as spans over them.</summary>
    public ReadOnlyMemory<byte> Beginning(int length) => _bytes.AsMemory(_start, length);

    /// <summary>Marks the first bytes of <see cref="Rest"/> as done with; spans over them stay valid until <see cref="Fill"/>.</summary>
    public void Pass(int length) => _start += length;

    /// <summary>Reads on; spans handed out before are no longer valid. False when there is nothing more.</summary>
    public bool Fill()
    {
        if (IsLast)
        {
            return false;
        }

        if (_start > 0)
        {
            Buffer.BlockCopy(_bytes, _start, _bytes, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = file.Read(_bytes.AsSpan(_end));
        _end += read;
        IsLast = read == 0;
        SkipByteOrderMark();
        return read > 0;
    }

    private void SkipByteOrderMark()
    {
        if (!_opened && _end >= Encoding.UTF8.Preamble.Length)
        {
            _opened = true;
            _start += Rest.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        }
    }
}
