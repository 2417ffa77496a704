using System.Text.Json;

namespace Triggers.Tests.Language.Conformance;

/// <summary>One test of CEL's conformance suite, in its JSON form: messages are objects whose fields are lists.</summary>
internal sealed record ConformanceCase(JsonElement Json)
{
    public string File => Json.GetProperty("file").GetString()!;

    public string Name => $"{File}/{Json.GetProperty("section").GetString()}/{Json.GetProperty("name").GetString()}";

    public string Expression => Json.GetProperty("expr").GetString()!;

    public string Container => Text("container") ?? "";

    public bool IsChecked => !Json.TryGetProperty("disable_check", out _);

    public bool IsCheckedOnly => Json.TryGetProperty("check_only", out _);

    public string ResultKind => Json.GetProperty("result_kind").GetString()!;

    public JsonElement? Value => Json.TryGetProperty("value", out var value) ? value : null;

    public JsonElement? TypedResult => Json.TryGetProperty("typed_result", out var result) ? result : null;

    public IEnumerable<JsonElement> Declarations => Elements("type_env");

    public IEnumerable<JsonElement> Bindings => Elements("bindings");

    private string? Text(string name) => Json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private JsonElement[] Elements(string name) => Json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
