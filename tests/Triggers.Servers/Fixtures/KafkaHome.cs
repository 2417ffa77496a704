namespace Triggers.Servers.Fixtures;

/// <summary>Finds a Kafka distribution: a folder with <c>bin/kafka-storage.sh</c> and <c>bin/kafka-server-start.sh</c>.</summary>
public static class KafkaHome
{
    /// <summary>Why no broker can be started here; null: one can.</summary>
    public static string? Missing { get; } =
        Find() is not { } home ? "No Kafka distribution: set KAFKA_HOME."
        : HasJava() ? null
        : $"Kafka is at {home}, but no Java runtime was found: install openjdk-17-jre-headless, or set JAVA_HOME.";

    /// <summary>
    /// <c>KAFKA_HOME</c>, else <c>kafka</c> under <c>TRIGGERS_SHARED</c>'s folder or under a folder <c>shared</c> beside the repository; null: none.
    /// </summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KAFKA_HOME") is { Length: > 0 } named)
        {
            return IsOne(named) ? named : null;
        }

        return Candidates().FirstOrDefault(IsOne);
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("TRIGGERS_SHARED") is { Length: > 0 } shared)
        {
            yield return Path.Combine(shared, "kafka");
            yield return Path.Combine(shared, "..", "kafka");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "kafka");
        }
    }

    private static bool HasJava() => Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home
        ? File.Exists(Path.Combine(home, "bin", "java"))
        : Executable.Find("java") is not null;

    private static bool IsOne(string folder) =>
        File.Exists(Path.Combine(folder, "bin", "kafka-storage.sh")) && File.Exists(Path.Combine(folder, "bin", "kafka-server-start.sh"));
}
