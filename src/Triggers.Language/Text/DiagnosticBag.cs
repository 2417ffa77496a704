namespace Triggers.Language.Text;

/// <summary>Collects the diagnostics of one check. Not thread-safe.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>True when at least one error was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>How many were reported so far.</summary>
    public int Count => _all.Count;

    /// <summary>All, in stable order: by file name (ordinal), position, code.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => _all.Count == 0
        ? []
        : [.. _all.Distinct().OrderBy(d => d.Span.Source.Name, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)];

    /// <summary>Reports an error.</summary>
    public void Error(string code, SourceSpan span, string message, string remedy) => Add(new(code, Severity.Error, span, message, remedy));

    /// <summary>Reports a warning.</summary>
    public void Warning(string code, SourceSpan span, string message, string remedy) => Add(new(code, Severity.Warning, span, message, remedy));

    /// <summary>Reports a diagnostic.</summary>
    public void Add(Diagnostic diagnostic)
    {
        _all.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }
}
