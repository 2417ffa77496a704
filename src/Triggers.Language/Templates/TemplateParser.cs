using System.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Templates;

/// <summary>Text → parts of a template. Goes on after a mistake, so that all are reported at once.</summary>
internal sealed class TemplateParser(string text, TemplateScope scope, TemplateMistakes mistakes)
{
    private const string Open = "{{";
    private const string Close = "}}";

    private readonly List<TemplatePart> _parts = [];
    private readonly StringBuilder _literal = new();
    private int _at;

    /// <summary>The parts in their order; literals that touch are one.</summary>
    public IReadOnlyList<TemplatePart> Parse()
    {
        while (_at < text.Length)
        {
            var rest = text.AsSpan(_at);
            if (rest.StartsWith(Open))
            {
                Placeholder();
                continue;
            }

            if (rest.StartsWith(Close))
            {
                mistakes.NotOpened(_at);
                _at += Close.Length;
                continue;
            }

            if (rest.StartsWith("{%"))
            {
                mistakes.Logic(_at);
            }

            _literal.Append(text[_at++]);
        }

        Flush();
        return _parts;
    }

    private void Flush()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new TemplateLiteral(_literal.ToString()));
            _literal.Clear();
        }
    }

    private void Placeholder()
    {
        var start = _at;
        var reader = new TemplateWords(text, start + Open.Length);
        if (reader.End() is not { } end)
        {
            mistakes.NotClosed(start);
            _at = text.Length;
            return;
        }

        _at = end + Close.Length;
        reader.SkipBlanks();
        if (reader.At >= end)
        {
            mistakes.NoValue(start, _at - start);
        }
        else if (reader.Quoted() is { } quoted)
        {
            _literal.Append(quoted);
            Nothing(reader, end, "Close it with `}}`: a text in quotes has no filters.");
        }
        else if (Value(reader, end) is { } value)
        {
            Flush();
            _parts.Add(value);
        }
    }

    private TemplateValue? Value(TemplateWords reader, int end)
    {
        var start = reader.At;
        var path = reader.Path();
        if (path.Length == 0)
        {
            mistakes.Unexpected(start, end - start, "Write a variable and its field, such as `customer.first_name`.");
            return null;
        }

        if (scope.Find(path, start) is not { } found || Filters(reader, end, found) is not var (filter, @default))
        {
            return null;
        }

        if (@default is null && found.MayBeAbsent)
        {
            mistakes.MayBeAbsent(start, path);
            return null;
        }

        return new(path, found.Variable.Slot, found.Fields, filter, @default);
    }

    private (TemplateFilter Filter, string? Default)? Filters(TemplateWords reader, int end, TemplatePath path)
    {
        var filter = TemplateFilter.None;
        string? @default = null;
        while (reader.Take('|'))
        {
            reader.SkipBlanks();
            var at = reader.At;
            var name = reader.Word();
            if (name == "default")
            {
                if (@default is not null)
                {
                    mistakes.FilterTwice(at, name);
                    return null;
                }

                @default = reader.Take(':') ? reader.Quoted() : null;
                if (string.IsNullOrWhiteSpace(@default))
                {
                    mistakes.DefaultWithoutText(at, name);
                    return null;
                }
            }
            else if (Filter(at, name, path.Type, filter) is { } chosen)
            {
                filter = chosen;
            }
            else
            {
                return null;
            }
        }

        return Nothing(reader, end, "Write `|` before a filter, or close with `}}`.") ? (filter, @default) : null;
    }

    private TemplateFilter? Filter(int at, string name, DataType type, TemplateFilter before)
    {
        var filter = name switch
        {
            "upper" => TemplateFilter.Upper,
            "lower" => TemplateFilter.Lower,
            "date" => TemplateFilter.Date,
            "time" => TemplateFilter.Time,
            _ => TemplateFilter.None,
        };
        if (filter == TemplateFilter.None)
        {
            mistakes.UnknownFilter(at, name, ["default", "upper", "lower", "date", "time"]);
            return null;
        }

        if (before != TemplateFilter.None)
        {
            mistakes.FilterTwice(at, name);
            return null;
        }

        var needed = filter is TemplateFilter.Date or TemplateFilter.Time ? DataTypeKind.Timestamp : DataTypeKind.String;
        if (type.Kind != needed && type.Kind != DataTypeKind.Dyn)
        {
            mistakes.FilterOfWrongType(at, name, type);
            return null;
        }

        return filter;
    }

    private bool Nothing(TemplateWords reader, int end, string wanted)
    {
        reader.SkipBlanks();
        if (reader.At >= end)
        {
            return true;
        }

        mistakes.Unexpected(reader.At, end - reader.At, wanted);
        return false;
    }
}
