using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>One file after reading.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Source">Its text.</param>
/// <param name="Items">What stands in it: one mapping, of a folder's file perhaps several, none when it is empty or unreadable.</param>
internal sealed record WorkspaceFile(FileKind Kind, SourceText Source, IReadOnlyList<YamlMapping> Items);
