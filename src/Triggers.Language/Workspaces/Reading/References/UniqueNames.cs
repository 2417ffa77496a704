using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model;

namespace Triggers.Language.Workspaces.Reading.References;

/// <summary>The names of one sort of thing: none may be used twice, and no two may have the same stable identity.</summary>
/// <param name="noun">What has these names: <c>trigger</c>.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class UniqueNames(string noun, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, SourceSpan> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<StableId, string> _ids = [];

    /// <summary>All names so far, in order.</summary>
    public IReadOnlyCollection<string> All => _first.Keys;

    /// <summary>Whether something has this name.</summary>
    public bool Contains(string name) => _first.ContainsKey(name);

    /// <summary>Takes a name; false when it is taken, which is reported.</summary>
    public bool Add(YamlScalar name)
    {
        if (!_first.TryAdd(name.Value, name.Span))
        {
            diagnostics.NameTakenTwice(name, noun, _first[name.Value]);
            return false;
        }

        if (!_ids.TryAdd(StableId.Of(name.Value), name.Value))
        {
            diagnostics.SameIdentity(name, noun, _ids[StableId.Of(name.Value)]);
        }

        return true;
    }
}
