namespace Triggers.Language.Text;

/// <summary>How bad a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Works, but probably not as meant.</summary>
    Warning,

    /// <summary>The workspace cannot be used.</summary>
    Error,
}
