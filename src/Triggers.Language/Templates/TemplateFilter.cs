namespace Triggers.Language.Templates;

/// <summary>How a value is written.</summary>
internal enum TemplateFilter
{
    /// <summary>In the way of the locale: text as it is, amounts with their currency, instants as dates.</summary>
    None,

    /// <summary>Text in capital letters.</summary>
    Upper,

    /// <summary>Text in small letters.</summary>
    Lower,

    /// <summary>The day of an instant, on the customer's calendar.</summary>
    Date,

    /// <summary>The time of the day of an instant, on the customer's clock.</summary>
    Time,
}
