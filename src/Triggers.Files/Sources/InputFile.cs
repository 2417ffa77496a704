using System.IO.Compression;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Sources;

/// <summary>A file that is read from beginning to end, plain or gzip (told by its content, not by its name). One thread.</summary>
public sealed class InputFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Stream _content;

    private InputFile(FileStream file, Stream content)
    {
        _file = file;
        _content = content;
    }

    /// <summary>The path as given.</summary>
    public string Path => _file.Name;

    /// <summary>Bytes of the file, compressed as it is.</summary>
    public long Length => _file.Length;

    /// <summary>Bytes of the file read so far.</summary>
    public long Position => _file.Position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="OutsideFault">It is not there, is a folder, or may not be read.</exception>
    public static InputFile Open(string path)
    {
        RequireFile(path);
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            var zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return new(file, zipped ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OutsideFault($"The file {path} cannot be read: {broken.Message}", "Check its permissions.", inner: broken);
        }
    }

    /// <summary>Says what is wrong when there is no file at <paramref name="path"/>.</summary>
    /// <exception cref="OutsideFault">There is nothing, or a folder.</exception>
    public static void RequireFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new OutsideFault($"{path} is a folder, not a file.", "Name the files in it one by one.");
        }

        if (!File.Exists(path))
        {
            throw new OutsideFault($"There is no file {path}.", "Check the path; it is relative to the folder you are in.");
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="OutsideFault">The file is damaged or the disk fails.</exception>
    public int Read(Span<byte> into)
    {
        try
        {
            return _content.Read(into);
        }
        catch (InvalidDataException broken)
        {
            throw new OutsideFault($"The file {Path} is damaged: its gzip data breaks off or is wrong at byte {Position}.", "Fetch or write the file again.", inner: broken);
        }
        catch (IOException broken)
        {
            throw new OutsideFault($"The file {Path} cannot be read on: {broken.Message}", "Check the disk, then run again.", inner: broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }
}
