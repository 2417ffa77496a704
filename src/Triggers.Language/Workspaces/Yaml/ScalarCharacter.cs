namespace Triggers.Language.Workspaces.Yaml;

/// <summary>A character of a scalar after unquoting, before YAML folds line ends.</summary>
/// <param name="Character">The character; <c>\n</c> for each line end.</param>
/// <param name="Offset">Where it is written in the file; of an escape its backslash.</param>
internal readonly record struct ScalarCharacter(char Character, int Offset);
