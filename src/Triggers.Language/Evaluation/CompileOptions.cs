namespace Triggers.Language.Evaluation;

/// <summary>How strictly an expression is compiled; rules always use <see cref="Default"/>.</summary>
/// <param name="IsChecked">False: no types are checked, and what does not exist is an error when evaluated.</param>
/// <param name="ChecksConstants">True: a wrong constant time, zone or regular expression is a diagnostic; false: an error when evaluated.</param>
/// <param name="Container">Dotted prefix tried before bare names; empty for none.</param>
internal sealed record CompileOptions(bool IsChecked, bool ChecksConstants, string Container)
{
    public static CompileOptions Default { get; } = new(IsChecked: true, ChecksConstants: true, "");

    /// <summary>As the CEL specification says: errors of constants come when they are evaluated.</summary>
    public static CompileOptions Specification { get; } = new(IsChecked: true, ChecksConstants: false, "");
}
