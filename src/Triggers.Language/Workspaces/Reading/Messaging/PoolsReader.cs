using Triggers.Language.Plan.Messaging;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>codes/*.yaml</c> → the code pools.</summary>
internal sealed class PoolsReader(DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly List<YamlScalar> _declared = [];

    /// <summary>Names of the pools, where they are declared.</summary>
    public IReadOnlyList<YamlScalar> Declared => _declared;

    /// <summary>The pools by name; of one with a mistake the plan is null.</summary>
    public IReadOnlyDictionary<string, CodePoolPlan?> Read(IEnumerable<YamlMapping> pools)
    {
        var plans = new Dictionary<string, CodePoolPlan?>(StringComparer.Ordinal);
        var names = new UniqueNames("code pool", diagnostics);
        foreach (var pool in pools)
        {
            if (pool.Scalar("pool") is { } name && names.Add(name))
            {
                _declared.Add(name);
                plans[name.Value] = Pool(name.Value, pool);
            }
        }

        return plans;
    }

    private CodePoolPlan? Pool(string name, YamlMapping pool)
    {
        if (pool.Sequence("codes") is not { } list)
        {
            return WindowReader.Number(pool.Text("count")) is { } count ? new(name, null, count) : null;
        }

        var codes = new List<string>(list.Items.Count);
        foreach (var code in list.Items.OfType<YamlScalar>())
        {
            if (_given.Add(code.Value))
            {
                codes.Add(code.Value);
            }
            else
            {
                diagnostics.CodeTwice(code);
            }
        }

        return new(name, codes, codes.Count);
    }
}
