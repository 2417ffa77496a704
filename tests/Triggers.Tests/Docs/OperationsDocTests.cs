using System.Globalization;
using System.Text.RegularExpressions;
using Triggers.Hosting.Options;
using Triggers.Kafka;
using Triggers.Redis;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.Ports;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>The tables for the engineer on call name every setting, with the default and the range that the code has, and every line that <c>serve</c> writes.</summary>
public sealed class OperationsDocTests
{
    private const string Properties = "kafka.properties.*";
    private static readonly Document Operations = Document.Of("docs/operations.md");
    private static readonly IReadOnlyList<IReadOnlyList<string>> Settings = Operations.Table("settings");

    public static TheoryData<string> Names => [.. Named];

    private static IEnumerable<string> Named => Settings.Select(row => row[0].Trim('`')).Where(name => name != Properties);

    [Fact]
    public void Every_setting_that_is_read_is_in_the_table()
    {
        var asked = new SortedSet<string>(StringComparer.Ordinal);
        Read(variable =>
        {
            asked.Add(variable);
            return null;
        });

        Assert.Equal(asked, Named.Select(VariableOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Defaults_are_those_of_the_options(string name) => Assert.Equal(DefaultOf(name), Row(name)[1].Trim('`'));

    [Theory]
    [MemberData(nameof(Names))]
    public void Ranges_are_those_that_the_options_allow(string name)
    {
        var range = Regex.Match(Row(name)[2], "^([0-9]+(?:ms|[smhd])?)(?: to ([0-9]+(?:ms|[smhd])?)?| or more)( characters| letters)?");
        var isLength = range.Groups[3].Success;
        foreach (var (group, outward) in new[] { (range.Groups[1], -1), (range.Groups[2], 1) }.Where(end => end.Item1.Success))
        {
            Assert.Empty(FaultsOf(name, Value(group.Value, isLength)));
            if (Beyond(group.Value, outward) is { } beyond && Value(beyond, isLength).Length > 0)
            {
                Assert.NotEmpty(FaultsOf(name, Value(beyond, isLength)));
            }
        }
    }

    [Fact]
    public void Every_line_that_serve_writes_is_in_the_table()
    {
        var written = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """[nN]otices\.(Info|Warning|Error)\((?:\$?"((?:[^"\\]|\\.)*)"|[^"\n]*)\)"""))
            .Select(call => (Level(call.Groups[1].Value), Line(call.Groups[2])))
            .Distinct().Order().ToList();

        Assert.Equal(written, Operations.Table("notices").Select(row => (row[0], row[1])).Order());
        Assert.True(written.Count > 20, $"Only {written.Count} lines were found.");
    }

    private static string Level(string method) => method switch { "Info" => "info", "Warning" => "warn", _ => "ERROR" };

    /// <summary>What varies is an ellipsis; a full stop after it is left out.</summary>
    private static string Line(Group text) => text.Success ? Regex.Replace(text.Value, @"\{[^}]*\}", "…").Replace("….", "…", StringComparison.Ordinal) : "…";

    private static IReadOnlyList<string> Row(string name) => Settings.Single(row => row[0] == $"`{name}`");

    private static string DefaultOf(string name)
    {
        var (section, key) = name.LastIndexOf('.') is var dot ? (name[..dot], name[(dot + 1)..]) : default;
        object options = (section, key) switch
        {
            (_, "topicPrefix") => new TopicNames(),
            (_, "propertiesFile") => new { PropertiesFile = "" },
            ("kafka", _) => new KafkaOptions(),
            ("kafka.topics", _) => new KafkaTopicOptions(),
            ("redis", _) => new RedisOptions(),
            ("worker", _) => new WorkerOptions(),
            ("telemetry", _) => new TelemetryOptions(),
            _ => new { Secret = "", SecretFile = "" },
        };
        var property = key == "topicPrefix" ? nameof(TopicNames.Prefix) : char.ToUpperInvariant(key[0]) + key[1..];
        return options.GetType().GetProperty(property)!.GetValue(options) switch
        {
            null or "" => "none",
            TimeSpan span => OptionDuration.Write(span),
            bool flag => flag ? "true" : "false",
            IReadOnlyList<string> list => string.Join(", ", list),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>One unit further; null where nothing is: no duration is negative, and an empty variable counts as not set.</summary>
    private static string? Beyond(string value, int outward) =>
        OptionDuration.TryRead(value, out var span) ? (span.TotalMilliseconds + outward < 0 ? null : $"{(long)span.TotalMilliseconds + outward}ms")
        : (long.Parse(value, CultureInfo.InvariantCulture) + outward).ToString(CultureInfo.InvariantCulture);

    private static string Value(string written, bool isLength) => isLength ? new('a', int.Parse(written, CultureInfo.InvariantCulture)) : written;

    private static IEnumerable<string> FaultsOf(string name, string value) =>
        Read(variable => variable == VariableOf(name) ? value : null).Split('\n').Where(line => line.Contains($"- {name} is ", StringComparison.Ordinal));

    /// <summary>What is wrong with a configuration that says nothing; empty when nothing is.</summary>
    private static string Read(Func<string, string?> environment)
    {
        try
        {
            ServeOptions.Read("triggers.yaml", "", environment);
            return "";
        }
        catch (OutsideFault fault)
        {
            return fault.Message;
        }
    }

    private static string VariableOf(string name) => "TRIGGERS_" + Regex.Replace(name, "[.]|(?=[A-Z])", "_").ToUpperInvariant();
}
