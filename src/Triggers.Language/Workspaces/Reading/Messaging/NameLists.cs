using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>Lists of names, each of which must exist and stand there once.</summary>
internal static class NameLists
{
    /// <summary>The names under <paramref name="key"/> that exist; null when the key is not there.</summary>
    /// <param name="owner">The group of keys.</param>
    /// <param name="key">The key.</param>
    /// <param name="exists">Whether a name exists.</param>
    /// <param name="unknown">Reports one that does not.</param>
    /// <param name="diagnostics">Where names that stand there twice go.</param>
    public static IReadOnlySet<string>? Names(this YamlMapping owner, string key, Func<string, bool> exists, Action<YamlScalar> unknown, DiagnosticBag diagnostics)
    {
        if (owner.Sequence(key) is not { } list)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in list.Items.OfType<YamlScalar>())
        {
            if (!exists(name.Value))
            {
                unknown(name);
            }
            else if (!names.Add(name.Value))
            {
                diagnostics.TwiceInList(name);
            }
        }

        return names;
    }
}
