using System.Text.Json;
using Triggers.Engine.Intake;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>Reads fields that were found in a record into values of their declared types. Not thread-safe.</summary>
internal sealed class SourceFieldReader
{
    private readonly ScalarReader _scalars;
    private readonly StructureReader _structures;
    private byte[] _unescaped = new byte[256];

    /// <summary>A reader for a workspace of this currency.</summary>
    public SourceFieldReader(string currency, Utf8Pool pool)
    {
        _scalars = new(currency, pool);
        _structures = new(_scalars);
    }

    /// <summary>After a failure: what follows "Field x".</summary>
    public string Problem { get; private set; } = "";

    /// <summary>
    /// Reads a field; absent when it is missing, <c>null</c>, an empty cell, or an empty text where the catalogue says <c>?</c>. False with <see cref="Problem"/>.
    /// </summary>
    /// <param name="fields">The record.</param>
    /// <param name="field">The field's place in it.</param>
    /// <param name="definition">What the catalogue says of it.</param>
    /// <param name="isWanted">False: the field is checked all the same, but the value says only whether there is one, and is not made.</param>
    /// <param name="value">The value.</param>
    public bool TryRead(in RawFields fields, RawField field, FieldDefinition definition, bool isWanted, out Value value)
    {
        value = Value.Absent;
        var empty = field.Length == 0 && (field.Form == RawForm.Cell || (field.Form == RawForm.Text && definition.Optional));
        if (empty || field.Form is RawForm.Missing or RawForm.Null)
        {
            return true;
        }

        _scalars.KeepsValues = isWanted;
        _scalars.TakesUtf8 = fields.AreUtf8;
        var type = definition.Type;
        var bytes = Content(fields, field);
        var form = field.Form switch
        {
            RawForm.EscapedText => RawForm.Text,
            RawForm.QuotedCell => RawForm.Cell,
            RawForm.WholeNumber or RawForm.DecimalNumber => RawForm.Number,
            _ => field.Form,
        };
        return form == RawForm.Structure || (form == RawForm.Cell && TakesStructure(type))
            ? Report(_structures.TryRead(bytes, type, out value), _structures.Path)
            : Report(_scalars.TryRead(form, bytes, type, out value), "");
    }

    /// <summary>The text of a string, number or cell, for ids and identifiers; empty when there is none or it is something else. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Text(in RawFields fields, RawField field)
    {
        var holdsText = field.Form is RawForm.Cell or RawForm.QuotedCell or RawForm.Text or RawForm.EscapedText or RawForm.Number or RawForm.WholeNumber or RawForm.DecimalNumber;
        var text = holdsText ? Content(fields, field) : default;
        return fields.AreUtf8 || System.Text.Unicode.Utf8.IsValid(text) ? text : default;
    }

    private static bool TakesStructure(DataType type) => type.Kind is DataTypeKind.List or DataTypeKind.Map or DataTypeKind.Record;

    private bool Report(bool read, string path)
    {
        if (!read)
        {
            Problem = path.Length == 0 ? _scalars.Problem : $"at {path} {_scalars.Problem}";
        }

        return read;
    }

    private ReadOnlySpan<byte> Content(in RawFields fields, RawField field) => field.Form switch
    {
        RawForm.EscapedText => Unescape(fields.Bytes(field)),
        RawForm.QuotedCell => UndoubleQuotes(fields.Bytes(field)),
        _ => fields.Bytes(field),
    };

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> quoted)
    {
        EnsureRoom(quoted.Length);
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    private ReadOnlySpan<byte> UndoubleQuotes(ReadOnlySpan<byte> cell)
    {
        EnsureRoom(cell.Length);
        var length = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            _unescaped[length++] = cell[i];
            i += cell[i] == '"' ? 1 : 0;
        }

        return _unescaped.AsSpan(0, length);
    }

    private void EnsureRoom(int length)
    {
        if (_unescaped.Length < length)
        {
            _unescaped = new byte[length * 2];
        }
    }
}
