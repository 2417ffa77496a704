using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Runtime.Contracts;
using Xunit;

namespace Triggers.Tests.Contracts;

public sealed class ContractEncoderTests
{
    private static readonly string[] Units =
    [
        .. Enumerable.Range(0, 0x180).Select(unit => ((char)unit).ToString()), "\u2028", "\u2029", "\uFEFF", "\uFFFF", "\uE000", "中", "é", "😀", "\uD800", "\uDC00",
    ];

    [Fact]
    public void Every_character_is_escaped_as_the_framework_does_wherever_it_stands()
    {
        foreach (var unit in Units)
        {
            for (var before = 0; before < 18; before++)
            {
                Compare(new string('a', before) + unit);
                Compare(new string('~', before) + unit + "end of the text");
            }
        }
    }

    [Fact]
    public void Texts_of_all_kinds_of_characters_are_escaped_as_the_framework_does()
    {
        var random = new Random(3);
        for (var round = 0; round < 5_000; round++)
        {
            var common = random.Next(2, 40);
            var text = new StringBuilder();
            for (var left = random.Next(40); left > 0; left--)
            {
                text.Append(random.Next(common) == 0 ? Units[random.Next(Units.Length)] : (char)random.Next(' ', 0x7F));
            }

            Compare(text.ToString());
        }
    }

    private static void Compare(string text)
    {
        var (theirs, ours) = (JavaScriptEncoder.UnsafeRelaxedJsonEscaping, new ContractEncoder());
        Assert.Equal(Written(text, theirs), Written(text, ours));
        Assert.Equal(theirs.Encode(text), ours.Encode(text));

        // Half a surrogate pair has no UTF-8; bytes that are none stand for it.
        var bytes = text.SelectMany(unit => char.IsSurrogate(unit) ? [0xED, 0xA0, (byte)unit] : Encoding.UTF8.GetBytes([unit])).ToArray();
        Assert.Equal(theirs.FindFirstCharacterToEncodeUtf8(bytes), ours.FindFirstCharacterToEncodeUtf8(bytes));
    }

    private static string Written(string text, JavaScriptEncoder encoder)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = encoder }))
        {
            json.WriteStartArray();
            json.WriteStringValue(text);
            json.WriteStringValue(Encoding.UTF8.GetBytes(text));
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
