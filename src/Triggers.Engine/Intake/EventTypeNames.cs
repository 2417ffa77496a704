using System.Text;
using System.Text.Json;
using Triggers.Language.Schema;
using Triggers.Model.Events;

namespace Triggers.Engine.Intake;

/// <summary>Finds event types by the UTF-8 bytes of their names, without making a text of them.</summary>
internal sealed class EventTypeNames
{
    private readonly EventCatalogue _catalogue;
    private readonly TypeName[][] _byLength;

    /// <summary>The names of <paramref name="catalogue"/>.</summary>
    public EventTypeNames(EventCatalogue catalogue)
    {
        _catalogue = catalogue;
        var names = new TypeName[catalogue.Types.Count];
        var longest = 0;
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = new(Encoding.UTF8.GetBytes(catalogue.Types[i].Name), catalogue.Types[i]);
            longest = Math.Max(longest, names[i].Utf8.Length);
        }

        _byLength = new TypeName[longest + 1][];
        for (var length = 0; length <= longest; length++)
        {
            _byLength[length] = Array.FindAll(names, name => name.Utf8.Length == length);
        }
    }

    /// <summary>The type named by the text at which the reader stands, or null.</summary>
    public EventType? Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            return _catalogue.Find(reader.GetString()!);
        }

        return Find(reader.ValueSpan);
    }

    /// <summary>The type of this name in UTF-8, or null.</summary>
    public EventType? Find(ReadOnlySpan<byte> text)
    {
        if (text.Length < _byLength.Length)
        {
            foreach (var (name, type) in _byLength[text.Length])
            {
                if (text.SequenceEqual(name))
                {
                    return type;
                }
            }
        }

        return null;
    }

    private readonly record struct TypeName(byte[] Utf8, EventType Type);
}
