using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.Messaging;

/// <summary>A limit that a channel sets for a part of the content.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Part">Name of the part, where it is written.</param>
internal sealed record ContentLimit(string Channel, YamlScalar Part);
