using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary>One case of a rule test.</summary>
/// <param name="Name">Its name; null: the test has no cases, or this one no name.</param>
/// <param name="Test">The test with the values of the case filled in.</param>
internal sealed record TestCase(string? Name, YamlMapping Test);
