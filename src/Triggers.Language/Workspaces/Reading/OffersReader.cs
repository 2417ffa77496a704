using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary><c>offers/*.yaml</c> → the offers.</summary>
internal sealed class OffersReader(DiagnosticBag diagnostics)
{
    /// <summary>The names of the offers.</summary>
    public UniqueNames Read(IEnumerable<YamlMapping> offers)
    {
        var names = new UniqueNames("offer", diagnostics);
        foreach (var offer in offers)
        {
            if (offer.Scalar("offer") is { } name)
            {
                names.Add(name);
            }
        }

        return names;
    }
}
