using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Templates;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Reading.References;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary><c>content:</c> of an offer or variant → templates by channel, locale and part.</summary>
internal sealed class ContentReader(WorkspaceSettings settings, IReadOnlyDictionary<string, ChannelPlan?> channels, Conditions conditions, DiagnosticBag diagnostics)
{
    private readonly string[] _channels = [.. channels.Keys];
    private readonly HashSet<(string Channel, string Part)> _parts = [];

    /// <summary>The parts that some content of <paramref name="channel"/> has.</summary>
    public IReadOnlyList<string> Parts(string channel) => [.. _parts.Where(p => p.Channel == channel).Select(p => p.Part)];

    /// <summary>The content; what has a mistake is left out.</summary>
    /// <param name="content">Channel → locale → part → template.</param>
    /// <param name="variables">What templates may name.</param>
    /// <param name="isWhole">False: a part of other content, which may have the workspace's locale.</param>
    public ContentPlan Read(YamlMapping? content, IReadOnlyList<Variable> variables, bool isWhole)
    {
        var plans = new Dictionary<string, IReadOnlyList<LocalContentPlan>>(StringComparer.Ordinal);
        foreach (var entry in content?.Entries ?? [])
        {
            if (!channels.TryGetValue(entry.Name, out var channel))
            {
                diagnostics.UnknownChannel(entry.Key, _channels);
            }
            else if (entry.Value is YamlMapping { Entries.Count: 0 })
            {
                diagnostics.EmptyContent(entry.Key);
            }
            else if (entry.Value is YamlMapping locales)
            {
                var read = Channel(entry.Name, locales, channel, variables);
                plans[entry.Name] = read;
                if (isWhole && read.Count == locales.Entries.Count && new ContentPlan(plans).Find(entry.Name, null, settings.Locale) is null)
                {
                    diagnostics.NoContentInLocale(entry.Key, settings.Locale);
                }
            }
        }

        return plans.Count == 0 ? ContentPlan.None : new(plans);
    }

    private List<LocalContentPlan> Channel(string name, YamlMapping locales, ChannelPlan? channel, IReadOnlyList<Variable> variables)
    {
        var read = new List<LocalContentPlan>();
        foreach (var locale in locales.Entries)
        {
            if (locale.Value is YamlMapping parts)
            {
                SameParts(locale, parts, locales.Entries[0]);
                read.Add(new(locale.Name, [.. parts.Entries.Select(part => Part(name, locale.Name, part, channel, variables)).OfType<KeyValuePair<string, Template>>()]));
            }
        }

        return read;
    }

    private void SameParts(YamlEntry locale, YamlMapping parts, YamlEntry first)
    {
        if (first.Value is not YamlMapping expected || ReferenceEquals(parts, expected))
        {
            return;
        }

        foreach (var part in expected.Entries.Where(p => parts.Entry(p.Name) is null))
        {
            diagnostics.PartMissing(locale.Key, part.Name, first.Name);
        }

        foreach (var part in parts.Entries.Where(p => expected.Entry(p.Name) is null))
        {
            diagnostics.PartMissing(first.Key, part.Name, locale.Name);
        }
    }

    private KeyValuePair<string, Template>? Part(string name, string locale, YamlEntry part, ChannelPlan? channel, IReadOnlyList<Variable> variables)
    {
        _parts.Add((name, part.Name));
        if (part.Value is not YamlScalar { IsEmpty: false } text)
        {
            return null;
        }

        var target = new TemplateTarget(channel?.Format ?? TemplateFormat.Text, locale, channel?.Limits.GetValueOrDefault(part.Name, Template.LengthMax) ?? Template.LengthMax);
        if (Template.Compile(text.Text, variables, target, diagnostics) is not { } template)
        {
            return null;
        }

        conditions.Use(template.Fields);
        return new(part.Name, template);
    }
}
