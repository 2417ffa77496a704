namespace Triggers.Language.Templates;

/// <summary>The length of a text as people count: in code points.</summary>
internal static class TemplateLength
{
    public static int Of(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }
}
