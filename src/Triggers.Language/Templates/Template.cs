using System.Text;
using NodaTime;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;

namespace Triggers.Language.Templates;

/// <summary>
/// A checked text with values in it, without any logic: <c>Dear {{ customer.first_name | default: "friend" }}</c>. Immutable and thread-safe. A value that may be absent
/// has a default, or the template does not compile; one that turns out empty all the same gives a refusal, never an empty greeting.
/// </summary>
/// <remarks>
/// A value is a variable and its fields, joined by dots, and perhaps filters behind <c>|</c>: <c>default: "text"</c>, <c>upper</c>, <c>lower</c>, <c>date</c>,
/// <c>time</c>. A text in quotes stands for itself: <c>{{ "{{" }}</c>. Rendering costs one pass over the result.
/// </remarks>
public sealed class Template
{
    /// <summary>Longest result in characters, whatever a channel allows.</summary>
    public const int LengthMax = 65_536;

    private readonly IReadOnlyList<TemplatePart> _parts;
    private readonly TemplateLocale _locale;

    internal Template(string source, IReadOnlyList<TemplatePart> parts, TemplateTarget target)
    {
        Source = source;
        Target = target;
        _parts = parts;
        _locale = TemplateLocale.Of(target.Locale);
        Fields = [.. parts.OfType<TemplateValue>().Where(v => v.Fields.Count > 0).Select(v => new VariableField(v.Slot, v.Fields[0])).Distinct()];
    }

    /// <summary>The text as written.</summary>
    public string Source { get; }

    /// <summary>For what it was compiled.</summary>
    public TemplateTarget Target { get; }

    /// <summary>The fields of record variables that it reads, each once; everything a plan must keep for it.</summary>
    public IReadOnlyList<VariableField> Fields { get; }

    /// <summary>Checks <paramref name="text"/>; null after errors, which are reported.</summary>
    /// <param name="text">The template.</param>
    /// <param name="variables">What it may name.</param>
    /// <param name="target">For what it is meant.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static Template? Compile(EmbeddedText text, IReadOnlyList<Variable> variables, TemplateTarget target, DiagnosticBag diagnostics)
    {
        var mistakes = new TemplateMistakes(text, diagnostics);
        var before = diagnostics.Count;
        var parts = new TemplateParser(text.Content, new(variables, mistakes), mistakes).Parse();
        var longest = Math.Min(target.LengthMax, LengthMax);
        var own = parts.OfType<TemplateLiteral>().Sum(p => TemplateLength.Of(p.Text));
        if (own > longest)
        {
            mistakes.TooLong(own, longest);
        }

        return diagnostics.Count == before ? new(text.Content, parts, target with { LengthMax = longest }) : null;
    }

    /// <summary>The text for the variables in <paramref name="frame"/>, instants on the clock of <paramref name="zone"/>; a refusal instead when something is missing or it is too long.</summary>
    public TemplateResult Render(EvaluationFrame frame, DateTimeZone zone)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part is TemplateLiteral literal)
            {
                text.Append(literal.Text);
            }
            else if (part is TemplateValue value)
            {
                var written = _locale.Write(value.Read(frame), value.Filter, zone);
                var shown = string.IsNullOrWhiteSpace(written) ? value.Default : written;
                if (shown is null)
                {
                    return TemplateResult.Refused($"`{value.Path}` has no value, and the text names no default for it.");
                }

                TemplateEscape.Append(text, shown, Target.Format);
            }

            if (text.Length > 2 * LengthMax)
            {
                break;
            }
        }

        var result = text.ToString();
        var length = TemplateLength.Of(result);
        return length > Target.LengthMax ? TemplateResult.Refused($"The text has {length} characters; at most {Target.LengthMax} are allowed.") : TemplateResult.Of(result);
    }
}
