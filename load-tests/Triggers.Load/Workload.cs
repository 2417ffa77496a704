using System.Globalization;
using System.Text;

namespace Triggers.Load;

/// <summary>
/// The load: the same bytes for every engine that is measured on it. Event i has its own draws in a fixed order; times rise strictly, so no event is late.
/// </summary>
internal sealed class Workload
{
    private const long Begin = 1_767_225_600_000;
    private const int Step = 20;

    private static readonly (double Below, string Name)[] Types =
        [(.55, "view"), (.70, "click"), (.80, "add_to_cart"), (.83, "remove_from_cart"), (.88, "order"), (.92, "social_post"), (.98, "email_open"), (1.0, "review")];

    private static readonly string[] Channels = ["web", "app", "store", "email", "social"];
    private static readonly string[] Countries = ["US", "DE", "FR", "GB", "IT", "ES", "NL", "PL", "SE", "AT", "CH", "BE", "CZ", "PT", "DK", "FI", "IE", "NO", "JP", "CN"];
    private static readonly string[] Devices = ["mobile", "desktop", "tablet", "tv"];

    private readonly ZipfCustomers _customers = new();
    private readonly SplitMix64 _random = new(42);
    private int _index;

    /// <summary>Type of the last event; empty before the first.</summary>
    internal string Type { get; private set; } = "";

    /// <summary>Number in the name of the last event's customer, 0..199,999.</summary>
    internal int Customer { get; private set; }

    /// <summary>The next event as JSON in UTF-8, without a line end.</summary>
    internal byte[] Next()
    {
        var i = _index++;
        var customer = _customers.Draw(_random.Unit());
        var kind = _random.Unit();
        var type = Types.First(t => kind < t.Below).Name;
        var time = Begin + (Step * (long)i) + (int)(_random.Unit() * 20);
        var channel = Channels[(int)(_random.Unit() * 5)];
        var country = Countries[(int)(_random.Unit() * 20)];
        var u = _random.Unit();
        var category = (int)(u * u * 200);
        var product = (category * 100) + (int)(_random.Unit() * 100);
        var brand = (int)(_random.Unit() * 500);
        u = _random.Unit();
        var cents = 100 + (int)(u * u * u * 49900);
        var quantity = 1 + (int)(_random.Unit() * 5);
        var campaign = (int)(_random.Unit() * 100);
        var sentiment = (int)(_random.Unit() * 201) - 100;
        var reference = _random.Next();
        (Type, Customer) = (type, customer);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"e{{i:D12}}","type":"{{type}}","customer":"c{{customer:D6}}","time":{{time}}""" +
            $$""","channel":"{{channel}}","country":"{{country}}","product":"p{{product:D5}}","category":{{category}}""" +
            $$""","brand":{{brand}},"amount":{{cents / 100}}.{{cents % 100:D2}},"quantity":{{quantity}},"campaign":{{campaign}}""" +
            $$""","sentiment":{{Signed(sentiment)}},"device":"{{Devices[reference >> 62]}}","page":"https://shop.example/c/{{category}}""" +
            $$"""/p{{product:D5}}?ref={{reference:x16}}"}"""));
    }

    private static string Signed(int hundredths) =>
        string.Create(CultureInfo.InvariantCulture, $"{(hundredths < 0 ? "-" : "")}{Math.Abs(hundredths) / 100}.{Math.Abs(hundredths) % 100:D2}");
}
