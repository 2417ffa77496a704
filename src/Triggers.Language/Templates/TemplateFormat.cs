namespace Triggers.Language.Templates;

/// <summary>What a channel delivers, and so how values are written into its templates. The template's own text goes out as it stands.</summary>
public enum TemplateFormat
{
    /// <summary>Plain text: control characters in values become blanks, so that no value begins a line or a header.</summary>
    Text,

    /// <summary>HTML, in text and in quoted attributes: <c>&amp; &lt; &gt; " '</c> in values become character references.</summary>
    Html,

    /// <summary>Inside the quotes of a JSON string: quotes, backslashes and control characters in values are escaped (RFC 8259).</summary>
    Json,
}
