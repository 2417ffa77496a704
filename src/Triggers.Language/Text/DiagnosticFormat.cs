namespace Triggers.Language.Text;

/// <summary>How diagnostics are written.</summary>
public enum DiagnosticFormat
{
    /// <summary>For people: place, message, the line with a caret, remedy.</summary>
    Text,

    /// <summary>One JSON array of objects: file, line, column, endLine, endColumn (after the last character), severity, code, message, remedy.</summary>
    Json,

    /// <summary>One workflow command of GitHub Actions a line, shown at the line of the file in a pull request.</summary>
    Github,
}
