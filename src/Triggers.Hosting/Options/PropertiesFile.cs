namespace Triggers.Hosting.Options;

/// <summary>
/// Properties of librdkafka in a file of their own, so that passwords need not be in the configuration: lines <c>name=value</c>, as Kafka's own tools read them; empty lines and those that begin with
/// <c>#</c> say nothing.
/// </summary>
internal static class PropertiesFile
{
    private const string Setting = "kafka.propertiesFile";

    /// <summary>The properties of the configuration with those of the file that it names, which win. Faults go to the reader.</summary>
    internal static IReadOnlyDictionary<string, string> Join(IReadOnlyDictionary<string, string> properties, ConfigReader reader)
    {
        if (reader.Text(Setting) is not { } file)
        {
            return properties;
        }

        if (!File.Exists(file))
        {
            reader.Add([$"{Setting} is '{file}', which is not there."]);
            return properties;
        }

        var joined = new Dictionary<string, string>(properties, StringComparer.Ordinal);
        foreach (var (number, line) in File.ReadAllLines(file).Index().Where(line => line.Item.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                joined[line[..at].Trim()] = line[(at + 1)..].Trim();
            }
            else
            {
                // The line itself may be a secret.
                reader.Add([$"{Setting} is '{file}', whose line {number + 1} is not name=value."]);
            }
        }

        return joined;
    }
}
