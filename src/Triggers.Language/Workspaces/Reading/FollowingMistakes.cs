using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>
/// Mistakes that only follow from another: what is declared in a file that is no YAML is not there for the files that name it. They would bury the one mistake that
/// matters, and are gone, or shown for what they are, when it is corrected.
/// </summary>
internal static class FollowingMistakes
{
    private static readonly string[] Unreadable = ["TR0101", "TR0102", "TR0103", "TR0109"];

    /// <summary>Kind of file → what others say when its content is missing.</summary>
    private static readonly Dictionary<FileKind, string[]> Codes = new()
    {
        [FileKinds.Events] = ["TR0301", "TR0302"],
        [FileKinds.Traits] = ["TR0221", "TR0703"],
        [FileKinds.Segments] = ["TR0311", "TR0601"],
        [FileKinds.Channels] = ["TR0305", "TR0601"],
        [FileKinds.Codes] = ["TR0314"],
        [FileKinds.Offers] = ["TR0304", "TR0825"],
        [FileKinds.Triggers] = ["TR0312", "TR0313", "TR0315", "TR0601"],
    };

    /// <summary>The same without them, in the same order.</summary>
    public static IEnumerable<Diagnostic> WithoutFollowing(this IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0)
        {
            return diagnostics;
        }

        var expected = diagnostics.Where(d => Unreadable.Contains(d.Code))
            .SelectMany(d => FileKinds.Of(d.Span.Source.Name) is { } kind ? Codes.GetValueOrDefault(kind, []) : [])
            .ToHashSet(StringComparer.Ordinal);
        return diagnostics.Where(d => !expected.Contains(d.Code));
    }
}
