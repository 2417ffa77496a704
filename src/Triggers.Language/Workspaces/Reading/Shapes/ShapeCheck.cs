using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Shapes;

/// <summary>
/// Compares a file with its definition and reports every difference. Readers come afterwards and pass over what is not of the right shape: it has been reported here.
/// </summary>
internal sealed class ShapeCheck(DiagnosticBag diagnostics)
{
    private readonly Stack<ObjectDefinition> _around = new();

    /// <summary>Checks <paramref name="node"/>, the value of <paramref name="owner"/>.</summary>
    /// <param name="node">The value.</param>
    /// <param name="shape">What it must be.</param>
    /// <param name="owner">What messages call it.</param>
    /// <param name="place">Where messages about something that is missing point to.</param>
    public void Check(YamlNode node, Shape shape, string owner, SourceSpan place)
    {
        if (shape is AnyShape)
        {
            return;
        }

        if (node is YamlScalar { IsEmpty: true })
        {
            diagnostics.NoValue(place, owner, shape);
            return;
        }

        switch (shape, node)
        {
            case (EitherShape either, _):
                Form(node, either, owner, place);
                break;
            case (ScalarShape single, YamlScalar scalar):
                Scalar(scalar, single, owner);
                break;
            case (ListShape list, YamlSequence sequence):
                List(sequence, list, owner, place);
                break;
            case (MapShape map, YamlMapping mapping):
                Map(mapping, map, owner);
                break;
            case (ObjectDefinition definition, YamlMapping mapping):
                Object(mapping, definition, place);
                break;
            default:
                diagnostics.WrongSort(node, owner, shape);
                break;
        }
    }

    private void Form(YamlNode node, EitherShape either, string owner, SourceSpan place)
    {
        if (either.For(node) is { } form)
        {
            Check(node, form, owner, place);
        }
        else
        {
            diagnostics.WrongSort(node, owner, either);
        }
    }

    private void Scalar(YamlScalar scalar, ScalarShape shape, string owner)
    {
        if (!shape.IsValid(scalar.Value))
        {
            diagnostics.WrongValue(scalar, owner, shape);
        }
    }

    private void List(YamlSequence sequence, ListShape list, string owner, SourceSpan place)
    {
        if (sequence.Items.Count == 0 && !list.MayBeEmpty)
        {
            diagnostics.EmptyList(place, owner);
        }

        var itemOwner = $"an item of {owner}";
        foreach (var item in sequence.Items)
        {
            Check(item, list.Item, itemOwner, item.Span);
        }
    }

    private void Map(YamlMapping mapping, MapShape map, string owner)
    {
        if (mapping.Entries.Count == 0 && map.MustHaveOne)
        {
            diagnostics.EmptyList(mapping.Span, owner);
        }

        foreach (var entry in mapping.Entries)
        {
            if (!map.Key.IsValid(entry.Name))
            {
                diagnostics.WrongName(entry.Key, owner, map.Key);
            }

            Check(entry.Value, map.Value, $"`{entry.Name}`", entry.Key.Span);
        }
    }

    private void Object(YamlMapping mapping, ObjectDefinition definition, SourceSpan place)
    {
        _around.Push(definition);
        foreach (var entry in mapping.Entries)
        {
            var key = definition.Find(entry.Name);
            if (key is not null)
            {
                Key(mapping, definition, key, entry);
            }
            else if (definition.Others is { } others)
            {
                Check(entry.Value, others, $"`{entry.Name}`", entry.Key.Span);
            }
            else
            {
                diagnostics.UnknownKey(entry.Key, definition, _around);
            }
        }

        _around.Pop();
        Missing(mapping, definition, place);
    }

    private void Key(YamlMapping mapping, ObjectDefinition definition, KeyDefinition key, YamlEntry entry)
    {
        if (UnbuiltFeatures.Find(definition, key) is { } instead)
        {
            diagnostics.NotBuilt(entry.Key, instead);
        }

        if (key.OnlyWith.Count > 0 && !key.OnlyWith.Any(other => mapping.Entry(other) is not null))
        {
            diagnostics.KeyWithoutItsPartner(entry.Key, key);
        }

        Check(entry.Value, key.Shape, key.Quoted, entry.Key.Span);
    }

    /// <summary>A key that is only misspelt is reported where it stands, not as missing too.</summary>
    private static bool IsMisspelt(KeyDefinition key, YamlMapping mapping, ObjectDefinition definition) =>
        mapping.Entries.Any(e => definition.Find(e.Name) is null && NearestName.Find(e.Name, definition.Names) == key.Name);

    private void Missing(YamlMapping mapping, ObjectDefinition definition, SourceSpan place)
    {
        foreach (var key in definition.Keys)
        {
            if (key.IsRequired && mapping.Entry(key.Name) is null && !IsMisspelt(key, mapping, definition))
            {
                diagnostics.MissingKey(place, definition, key);
            }
        }

        if (definition.ExactlyOne.Count > 0)
        {
            var given = mapping.Entries.Where(e => definition.ExactlyOne.Contains(e.Name)).ToList();
            if (given.Count == 0)
            {
                diagnostics.NoneOf(place, definition);
            }

            foreach (var extra in given.Skip(1))
            {
                diagnostics.MoreThanOneOf(extra.Key, given[0].Key, definition);
            }
        }
    }
}
