using System.Text.RegularExpressions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>Links inside the tree lead somewhere: the file is there, and so is the heading.</summary>
public sealed class LinkTests
{
    private static readonly Regex Link = new(@"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)");
    private static readonly Regex Heading = new("^#+ (.+)$", RegexOptions.Multiline);

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file_and_a_heading()
    {
        var links = Document.All.SelectMany(document => Link.Matches(document.Text).Select(match => (Document: document, File: match.Groups[1].Value, Heading: match.Groups[2].Value))).ToList();
        Assert.Empty(links.Where(link => !Leads(link.Document, link.File, link.Heading)).Select(link => $"{link.Document.Name}: {link.File}#{link.Heading}"));
        Assert.True(links.Count > 10, $"Only {links.Count} links were found.");
    }

    private static bool Leads(Document from, string file, string heading)
    {
        var path = file.Length == 0 ? Repository.PathOf(from.Name) : Path.Combine(Path.GetDirectoryName(Repository.PathOf(from.Name))!, file);
        return Path.Exists(path) && (heading.Length == 0 || Heading.Matches(File.ReadAllText(path)).Any(match => Anchor(match.Groups[1].Value) == heading));
    }

    /// <summary>As GitHub makes it: lower case, blanks as dashes, everything else that is no letter, digit, dash or underscore left out.</summary>
    private static string Anchor(string heading) => Regex.Replace(heading.ToLowerInvariant().Replace(' ', '-'), @"[^\w-]", "");
}
