namespace Triggers.Language.Workspaces.Formatting;

/// <summary>A comment of a YAML file.</summary>
/// <param name="Start">Offset of its <c>#</c>.</param>
/// <param name="Text">From <c>#</c> to the end of the line, without blanks at the end.</param>
/// <param name="IsAlone">Nothing else stands on its line.</param>
internal readonly record struct YamlComment(int Start, string Text, bool IsAlone);
