using Triggers.Files.Sources;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Files.Logs;

/// <summary>Reads a dump of the log, plain or gzip; the form is that of <see cref="LogDumpFormat"/>.</summary>
public static class LogDumpReader
{
    /// <summary>The records of a file, read as they are asked for.</summary>
    /// <exception cref="OutsideFault">The file cannot be read, or a line is no record.</exception>
    public static IEnumerable<LogRecord> Read(string path)
    {
        using var input = InputFile.Open(path);
        var lines = new LineReader(input);
        while (lines.Read())
        {
            yield return Parse(path, lines);
        }
    }

    private static LogRecord Parse(string path, LineReader lines)
    {
        try
        {
            return LogDumpFormat.Read(lines.Line);
        }
        catch (InvalidDataException broken)
        {
            throw new OutsideFault($"Line {lines.Number} of {path} is no record of a log: {broken.Message}.", "Make the file with: triggers log dump", inner: broken);
        }
    }
}
