using System.Text.Json;

namespace Triggers.Tests.Support;

/// <summary>Leaves figures of a test run where a person or a build finds them: in the folder TRIGGERS_RESULTS, else in TestResults beside the test binaries.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes <paramref name="value"/> as JSON into the file <paramref name="name"/>, replacing what an earlier run left.</summary>
    public static void Write(string name, object value)
    {
        var folder = Environment.GetEnvironmentVariable("TRIGGERS_RESULTS") is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "TestResults");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), JsonSerializer.Serialize(value, Options) + "\n");
    }
}
