using System.Buffers;
using System.Text.Encodings.Web;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// Escapes what <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> escapes. Most of what we write is plain ASCII, which is told here eight bytes at a time by code that can be compiled
/// ahead: the framework's own is compiled for the very processor while the program runs, and slow until then, which is longer than many runs take.
/// </summary>
public sealed class ContractEncoder : JavaScriptEncoder
{
    private const byte LeastBeyondAscii = 0x80;

    /// <summary>What JSON has an escape of two characters for.</summary>
    private static ReadOnlySpan<byte> Escaped => "\b\t\n\f\r\"\\"u8;

    /// <summary>The second of them.</summary>
    private static ReadOnlySpan<byte> Letters => "btnfr\"\\"u8;

    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    /// <inheritdoc/>
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true) =>
        UnsafeRelaxedJsonEscaping.Encode(source, destination, out charsConsumed, out charsWritten, isFinalBlock);

    /// <inheritdoc/>
    public override string Encode(string value) => UnsafeRelaxedJsonEscaping.Encode(value);

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true)
    {
        (bytesConsumed, bytesWritten) = (0, 0);
        while (bytesConsumed < utf8Source.Length && utf8Source[bytesConsumed] < LeastBeyondAscii)
        {
            if (!TryEncode(utf8Source[bytesConsumed], utf8Destination[bytesWritten..], out var written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            bytesConsumed++;
            bytesWritten += written;
        }

        if (bytesConsumed == utf8Source.Length)
        {
            return OperationStatus.Done;
        }

        var status = UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8Source[bytesConsumed..], utf8Destination[bytesWritten..], out var consumedBeyond, out var writtenBeyond, isFinalBlock);
        bytesConsumed += consumedBeyond;
        bytesWritten += writtenBeyond;
        return status;
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        if (PlainText.Is(utf8Text))
        {
            return -1;
        }

        var first = 0;
        while (PlainText.Is((char)utf8Text[first]))
        {
            first++;
        }

        if (utf8Text[first] < LeastBeyondAscii)
        {
            return first;
        }

        var beyond = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8Text[first..]);
        return beyond < 0 ? -1 : first + beyond;
    }

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        PlainText.Is(new ReadOnlySpan<char>(text, textLength)) ? -1 : UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text, textLength);

    /// <summary>One character of ASCII, as it stands in JSON.</summary>
    private static bool TryEncode(byte unit, Span<byte> destination, out int written)
    {
        var letter = Escaped.IndexOf(unit);
        written = letter >= 0 ? 2 : PlainText.Is((char)unit) ? 1 : 6;
        if (destination.Length < written)
        {
            return false;
        }

        destination[0] = (byte)'\\';
        switch (written)
        {
            case 1:
                destination[0] = unit;
                break;
            case 2:
                destination[1] = Letters[letter];
                break;
            default:
                "u00"u8.CopyTo(destination[1..]);
                destination[4] = Digits[unit >> 4];
                destination[5] = Digits[unit & 0xF];
                break;
        }

        return true;
    }
}
