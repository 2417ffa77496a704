using System.Text.RegularExpressions;

namespace Triggers.Tests.Language.Conformance;

/// <summary>Which tests of the suite this language claims: all but extensions, optionals and protobuf messages.</summary>
internal static partial class ConformanceScope
{
    private static readonly Dictionary<string, string> FilesLeftOut = new()
    {
        ["string_ext"] = "extension: strings",
        ["math_ext"] = "extension: math",
        ["encoders_ext"] = "extension: encoders",
        ["bindings_ext"] = "extension: bindings",
        ["block_ext"] = "extension: blocks",
        ["network_ext"] = "extension: network",
        ["proto2_ext"] = "extension: protobuf",
        ["macros2"] = "extension: macros with two variables",
        ["optionals"] = "optional values",
        ["proto2"] = "protobuf messages",
        ["proto3"] = "protobuf messages",
        ["enums"] = "protobuf enums",
        ["wrappers"] = "protobuf messages",
    };

    /// <summary>Why a test is not claimed; null when it is.</summary>
    public static string? LeftOut(ConformanceCase test) =>
        FilesLeftOut.TryGetValue(test.File, out var reason) ? reason
        : ProtobufMessage().IsMatch(test.Json.GetRawText()) ? "protobuf messages elsewhere"
        : test.Expression.Contains("optional.", StringComparison.Ordinal) ? "optional values elsewhere"
        : null;

    [GeneratedRegex(@"TestAllTypes|google\.protobuf(?!\.(Timestamp|Duration)\b)|cel\.expr\.conformance")]
    private static partial Regex ProtobufMessage();
}
