using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Definitions;

/// <summary>All kinds of files of a workspace.</summary>
internal static class FileKinds
{
    public static FileKind Workspace { get; } = new("workspace", "workspace.yaml", WorkspaceDefinition.Root) { IsRequired = true };

    public static FileKind Events { get; } = new("events", "events.yaml", EventsDefinition.Root) { IsRequired = true };

    public static FileKind Traits { get; } = new("traits", "traits.yaml", TraitsDefinition.Root);

    public static FileKind Segments { get; } = new("segments", "segments.yaml", SegmentsDefinition.Root);

    public static FileKind Channels { get; } = new("channels", "channels.yaml", ChannelsDefinition.Root);

    public static FileKind Policies { get; } = new("policies", "policies.yaml", PoliciesDefinition.Root);

    public static FileKind Codes { get; } = new("codes", "codes/", PoolDefinition.Root);

    public static FileKind Offers { get; } = new("offers", "offers/", OfferDefinition.Root);

    public static FileKind Triggers { get; } = new("triggers", "triggers/", TriggerDefinition.Root);

    public static FileKind Tests { get; } = new("tests", "tests/", TestDefinition.Root);

    /// <summary>In reading order.</summary>
    public static IReadOnlyList<FileKind> All { get; } = [Workspace, Events, Traits, Segments, Channels, Policies, Codes, Offers, Triggers, Tests];

    /// <summary>The kind of the file at <paramref name="path"/>, or null when a workspace has no such file.</summary>
    public static FileKind? Of(string path) =>
        All.FirstOrDefault(kind => kind.IsFolder ? path.StartsWith(kind.Path, StringComparison.Ordinal) : path == kind.Path);

    /// <summary>The path that was probably meant by a file with a wrong name; null when none is near.</summary>
    public static string? Nearest(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? NearestName.Find(path, All.Where(k => !k.IsFolder).Select(k => k.Path))
            : NearestName.Find(path[..(slash + 1)], All.Where(k => k.IsFolder).Select(k => k.Path)) is { } folder ? folder + path[(slash + 1)..] : null;
    }
}
