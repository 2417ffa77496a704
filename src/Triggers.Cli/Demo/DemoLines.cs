using System.Globalization;

namespace Triggers.Cli.Demo;

/// <summary>How the demo's systems write their records: each topic in its own way, as it is in life.</summary>
internal static class DemoLines
{
    /// <summary>A look at a product: plain JSON.</summary>
    public static string View(string id, long time, string customer, DemoProduct product) => Invariant(
        $"{{\"id\":\"{id}\",\"what\":\"view\",\"at\":\"{Rfc3339(time)}\",\"who\":\"{customer}\",\"sku\":\"{product.Sku}\",\"category\":\"{product.Category}\",\"price\":{Euro(product.Cents)}}}");

    /// <summary>A change of a cart: plain JSON.</summary>
    public static string Cart(string id, long time, string customer, string cart, int cents, int items) => Invariant(
        $"{{\"id\":\"{id}\",\"what\":\"cart\",\"at\":\"{Rfc3339(time)}\",\"who\":\"{customer}\",\"cart\":\"{cart}\",\"total\":{Euro(cents)},\"items\":{items}}}");

    /// <summary>An order: a CloudEvent.</summary>
    public static string Order(string number, long time, string customer, string value, string? store)
    {
        var place = store is null ? "" : $",\"store\":\"{store}\"";
        return Invariant(
            $"{{\"specversion\":\"1.0\",\"id\":\"{number}\",\"source\":\"/shop/{(store is null ? "web" : "till")}\",\"type\":\"order.placed\",\"time\":\"{Rfc3339(time)}\",") +
            $"\"customer\":\"customer:{customer}\",\"data\":{{\"order\":\"{number}\",\"value\":\"{value}\"{place}}}}}";
    }

    /// <summary>How to reach somebody: plain JSON with the time in milliseconds.</summary>
    public static string Profile(string change, long time, DemoCustomer customer) =>
        Change(change, "profile", time, customer) + Field("name", customer.Name) + Field("email", customer.Email) + Field("phone", customer.Phone) + Field("device", customer.Device) +
        Field("wechat", customer.WeChat) + Field("language", customer.IsFromShanghai ? "zh-CN" : null) + Field("time_zone", customer.IsFromShanghai ? "Asia/Shanghai" : null) +
        Field("tier", customer.Tier) + "}";

    /// <summary>What somebody wants to get, or nothing more: plain JSON beside the profiles; without channel and purpose it is about everything.</summary>
    public static string Consent(string change, long time, DemoCustomer customer, bool given, string? channel, string? purpose) =>
        Change(change, "consent", time, customer) + $",\"given\":{(given ? "true" : "false")}" + Field("channel", channel) + Field("purpose", purpose) + "}";

    /// <summary>A ticket of the help desk, opened or closed, or a message on WeChat: plain JSON.</summary>
    public static string Service(string number, string what, long time, string customer, string field, string value) =>
        $"{{\"no\":\"{number}\",\"what\":\"{what}\",\"at\":\"{Rfc3339(time)}\",\"who\":\"{customer}\"{Field(field, value)}}}";

    /// <summary>Header of the posts.</summary>
    public const string PostHeader = "post_id,posted_at,customer_id,platform,text,score,followers";

    /// <summary>A post: a row of CSV with the local time.</summary>
    public static string Post(string id, long time, string customer, string platform, string text, double mood, int followers)
    {
        var local = DateTimeOffset.FromUnixTimeMilliseconds(time).AddHours(DemoWeek.HoursFromUtc);
        return Invariant($"{id},{local:dd.MM.yyyy HH:mm:ss},{customer},{platform},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{mood:0.00},{followers}");
    }

    /// <summary>Cents as euro: <c>12.50</c>.</summary>
    public static string Euro(int cents) => Invariant($"{cents / 100}.{cents % 100:00}");

    private static string Change(string change, string what, long time, DemoCustomer customer) =>
        Invariant($"{{\"change\":\"{change}\",\"what\":\"{what}\",\"at\":{time},\"customer_id\":\"{customer.Id}\"");

    private static string Field(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";

    private static string Rfc3339(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
