using System.IO.Compression;
using System.Text.Json;
using Triggers.Language.Workspaces;

namespace Triggers.Runtime.Rulesets;

/// <summary>
/// A workspace as one value, the body of rules records: gzip of a JSON object, path → text. At most <see cref="SizeMax"/> bytes, what a broker takes by default.
/// </summary>
public static class WorkspaceBundle
{
    /// <summary>Largest packed size in bytes: below Kafka's default <c>max.message.bytes</c> of 1,048,588.</summary>
    public const int SizeMax = 1_000_000;

    /// <summary>Largest unpacked size in bytes that is read: a guard against a damaged record.</summary>
    public const int TextSizeMax = 256_000_000;

    /// <summary>The bundle of a workspace, at most <see cref="SizeMax"/> bytes; paths are sorted.</summary>
    /// <exception cref="Ports.OutsideFault">The workspace is too large.</exception>
    public static byte[] Pack(WorkspaceFiles files)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, files.Paths().ToDictionary(path => path, path => files.Files[path]));
        }

        return packed.Length <= SizeMax
            ? packed.ToArray()
            : throw new Ports.OutsideFault(
                $"The workspace packs to {packed.Length:N0} bytes; a rules record holds at most {SizeMax:N0}.", "Split it into several workspaces, each with its own topic prefix.");
    }

    /// <summary>The workspace in a bundle, which may unpack to <see cref="TextSizeMax"/> bytes.</summary>
    /// <exception cref="InvalidDataException">It is not a bundle.</exception>
    public static WorkspaceFiles Unpack(ReadOnlyMemory<byte> bundle)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bundle.ToArray()), CompressionMode.Decompress);
            using var text = new MemoryStream();
            Copy(gzip, text);
            var files = JsonSerializer.Deserialize<Dictionary<string, string>>(text.GetBuffer().AsSpan(0, (int)text.Length));
            return new(files ?? []);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The rules record does not hold a workspace.", e);
        }
    }

    private static void Copy(GZipStream from, MemoryStream into)
    {
        var buffer = new byte[81920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            into.Write(buffer, 0, read);
            if (into.Length > TextSizeMax)
            {
                throw new InvalidDataException($"The rules record unpacks to more than {TextSizeMax:N0} bytes.");
            }
        }
    }
}
