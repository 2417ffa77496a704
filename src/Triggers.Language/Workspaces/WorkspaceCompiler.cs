using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Language.Workspaces.Reading;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces;

/// <summary>Workspace text → checked plan. Pure: no files, no clock.</summary>
public static class WorkspaceCompiler
{
    private const int VersionBytes = 8;

    /// <summary>Checks all files in one go; the plan is null when there is an error. All diagnostics are reported, warnings too.</summary>
    public static WorkspacePlan? Compile(WorkspaceFiles files, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var plan = Compile(files, WorkspaceFolder.Read(files, found), found);
        foreach (var diagnostic in found.Sorted())
        {
            diagnostics.Add(diagnostic);
        }

        return found.HasErrors ? null : plan;
    }

    /// <summary>
    /// The version of a workspace: a hash over paths and contents (line ends do not count), 16 hexadecimal digits. Rule tests and files that are no YAML change no
    /// outcome and therefore no version.
    /// </summary>
    public static string VersionOf(WorkspaceFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in files.Files.Where(f => DecidesOutcomes(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            Append(hash, path);
            Append(hash, content.ReplaceLineEndings("\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, VersionBytes));
    }

    private static bool DecidesOutcomes(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) && !path.StartsWith(FileKinds.Tests.Path, StringComparison.Ordinal);

    /// <summary>Length first, so that no two lists of texts give the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static WorkspacePlan Compile(WorkspaceFiles files, WorkspaceFolder folder, DiagnosticBag diagnostics)
    {
        var settings = WorkspaceSettings.Read(folder.Single(FileKinds.Workspace));
        var catalogue = new CatalogueReader(settings, diagnostics).Read(folder.Single(FileKinds.Events));
        var events = new EventReference(catalogue, diagnostics);
        var (traits, record) = new TraitsReader(events, diagnostics).Read(folder.Single(FileKinds.Traits));
        var customer = new Variable("customer", EvaluationFrame.Customer, DataType.Of(record));
        var channels = new ChannelsReader(customer, diagnostics).Read(folder.Single(FileKinds.Channels));
        var offers = new OffersReader(diagnostics).Read(folder.Items(FileKinds.Offers));
        var reader = new TriggerReader(events, customer, new(channels, offers, diagnostics), diagnostics);
        return new(settings.Name, VersionOf(files), catalogue, record, traits, [.. channels.Values.OfType<ChannelPlan>()], Triggers(folder, reader, diagnostics));
    }

    private static IReadOnlyList<TriggerPlan> Triggers(WorkspaceFolder folder, TriggerReader reader, DiagnosticBag diagnostics)
    {
        var names = new UniqueNames("trigger", diagnostics);
        var plans = new List<TriggerPlan>();
        foreach (var trigger in folder.Items(FileKinds.Triggers))
        {
            if (trigger.Scalar("trigger") is { } name && names.Add(name) && reader.Read(name, trigger) is { } plan)
            {
                plans.Add(plan);
            }
        }

        return [.. plans.OrderBy(p => p.Name, StringComparer.Ordinal).Select((plan, ordinal) => plan with { Ordinal = ordinal })];
    }
}
