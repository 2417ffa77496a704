using NodaTime;
using Triggers.Language.Templates;
using Triggers.Model.Values;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Templates;

public sealed class TemplateTests
{
    private static readonly Value Spring = Value.OfTimestamp(DateTimeOffset.Parse("2026-03-29T22:05:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds());

    [Fact]
    public void A_letter_in_English_and_in_Chinese_names_the_customer_and_the_amount()
    {
        Assert.Equal(
            "Dear Anna, your cart of €1,234.50 is waiting.",
            Letter.Render("Dear {{ customer.first_name | default: \"friend\" }}, your cart of {{ event.value }} is waiting.", "en", ("first_name", Value.Of("Anna"))));
        Assert.Equal(
            "李雷，您的购物车（€1,234.50）还在等您。",
            Letter.Render("{{ customer.first_name | default: \"朋友\" }}，您的购物车（{{ event.value }}）还在等您。", "zh-CN", ("first_name", Value.Of("李雷"))));
    }

    [Theory]
    [InlineData("en", "Dear friend")]
    [InlineData("zh-CN", "亲爱的朋友")]
    public void The_default_stands_where_the_customer_has_no_value(string locale, string expected)
    {
        var text = locale == "en" ? "Dear {{ customer.first_name | default: \"friend\" }}" : "亲爱的{{ customer.first_name | default: '朋友' }}";

        Assert.Equal(expected, Letter.Render(text, locale));
        Assert.Equal(expected, Letter.Render(text, locale, ("first_name", Value.Of("  "))));
        Assert.Equal(expected, Letter.Render(text.Replace("| default", "| upper | default", StringComparison.Ordinal), locale));
    }

    [Fact]
    public void A_value_that_turns_out_empty_refuses_the_message_instead_of_leaving_a_gap()
    {
        var frame = Letter.Frame();
        frame[Letter.Variables[0].Slot] = Value.Of(new ArrayRecord(Letter.Customer, [Value.Of(" "), .. Enumerable.Repeat(Value.Absent, 5)]));

        var result = Letter.Compile("Your number: {{ customer.id }}").Render(frame, DateTimeZone.Utc);

        Assert.Equal(new TemplateResult(null, "`customer.id` has no value, and the text names no default for it."), result);
    }

    [Theory]
    [InlineData("en", "€1,234.50 on 29 March 2026")]
    [InlineData("en-US", "€1,234.50 on March 29, 2026")]
    [InlineData("zh-CN", "€1,234.50 on 2026年3月29日")]
    [InlineData("de", "1.234,50\u00A0€ on 29. März 2026")]
    [InlineData("fr-CA", "1\u202F234,50\u00A0€ on 29 mars 2026")]
    [InlineData("sv", "1234.50\u00A0EUR on 2026-03-29")]
    public void Amounts_and_dates_are_written_in_the_way_of_the_locale(string locale, string expected) =>
        Assert.Equal(expected, Letter.Render("{{ event.value }} on {{ customer.member_since | default: \"-\" }}", locale, ("member_since", Spring)));

    [Fact]
    public void A_time_is_that_of_the_customers_clock_and_may_be_on_the_next_day()
    {
        var template = Letter.Compile("{{ customer.member_since | date | default: \"-\" }} {{ customer.member_since | time | default: \"-\" }}");
        var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

        Assert.Equal("29 March 2026 22:05", template.Render(Letter.Frame(("member_since", Spring)), DateTimeZone.Utc).Text);
        Assert.Equal("30 March 2026 06:05", template.Render(Letter.Frame(("member_since", Spring)), shanghai).Text);
    }

    [Theory]
    [InlineData("0.125", "JPY", "¥0")]
    [InlineData("1999.5", "JPY", "¥2,000")]
    [InlineData("-0.005", "USD", "-$0.01")]
    [InlineData("12", "KWD", "12.000\u00A0KWD")]
    [InlineData("999999.994", "GBP", "£999,999.99")]
    public void Amounts_have_the_decimals_of_their_currency(string amount, string currency, string expected)
    {
        var frame = Letter.Frame();
        var money = Value.Of(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency));
        frame[Letter.Variables[1].Slot] = Value.Of(new ArrayRecord(Letter.Cart, [Value.Of("e1"), money, Value.Absent, Value.True]));

        Assert.Equal(expected, Letter.Compile("{{ event.value }}").Render(frame, DateTimeZone.Utc).Text);
    }

    [Theory]
    [InlineData(TemplateFormat.Text, "<b>A \"B\" & 'C'  </b>")]
    [InlineData(TemplateFormat.Html, "&lt;b&gt;A &quot;B&quot; &amp; &#39;C&#39;  &lt;/b&gt;")]
    [InlineData(TemplateFormat.Json, "<b>A \\\"B\\\" & 'C'\\u000a\\u2028</b>")]
    public void Values_are_nothing_but_text_on_every_channel(TemplateFormat format, string expected)
    {
        var template = Letter.Compile("<p>{{ customer.first_name | default: \"you\" }}</p>", format: format);

        Assert.Equal($"<p>{expected}</p>", template.Render(Letter.Frame(("first_name", Value.Of("<b>A \"B\" & 'C'\n\u2028</b>"))), DateTimeZone.Utc).Text);
    }

    [Fact]
    public void A_text_that_grows_beyond_its_limit_is_refused_and_counts_characters_as_people_do()
    {
        var template = Letter.Compile("😀{{ customer.first_name | default: \"you\" }}", longest: 5);

        Assert.Equal("😀Anna", template.Render(Letter.Frame(("first_name", Value.Of("Anna"))), DateTimeZone.Utc).Text);
        Assert.Equal("The text has 6 characters; at most 5 are allowed.", template.Render(Letter.Frame(("first_name", Value.Of("Berta"))), DateTimeZone.Utc).Refusal);
    }

    [Fact]
    public void A_text_in_quotes_stands_for_itself_and_braces_of_other_notations_stay() =>
        Assert.Equal("{{ {x} \"}}\" a-1", Letter.Render("{{ \"{{\" }} {x} {{ '\"}}\"' }} {{event.item.sku|lower}}", "en"));

    [Fact]
    public void A_template_tells_which_fields_it_reads() =>
        Assert.Equal(
            ["customer.first_name", "event.item", "event.value"],
            Letter.Compile("{{ event.value }} {{ customer.first_name | default: \"x\" }} {{ event.item.sku }} {{ event.item.price }}").Fields
                .Select(f => $"{Letter.Variables.First(v => v.Slot == f.Slot).Name}.{f.Field.Name}").Order());

    [Fact]
    public void Every_mistake_is_found_at_check_with_its_place_and_a_remedy()
    {
        string[] wrong =
        [
            "Dear {{ customer.first_name }}", "Dear {{ custmer.first_name | default: \"x\" }}", "{{ first_name }}", "{{ customer.firstname | default: \"x\" }}",
            "{{ customer.id.x }}", "{{ customer.skus | default: \"x\" }}", "{{ event.item }}", "{{ event.gift }}", "{{ customer.id | uper }}", "{{ customer.id | date }}", "{{ event.value | upper }}",
            "{{ customer.id | upper | lower }}", "{{ customer.first_name | default: \"a\" | default: \"b\" }}", "{{ customer.first_name | default }}",
            "{{ customer.first_name | default: \" \" }}", "{{ }}", "{{ customer.id", "{{ customer.id {{ customer.id }}", "customer.id }}", "{% if customer.id %}yes{% endif %}",
            "{{ customer.id upper }}", "{{ customer. }}", "{{ customer.points > 3 }}", "{{ \"a\" | upper }}", "{{ 5 }}", "{{ customer }}", "A text that is far too long for this channel {{ customer.id }}",
        ];

        ApprovedText.Verify(string.Concat(wrong.Select(text => $"## {text}\n\n{Letter.Mistakes(text, 40)}")), "template-mistakes");
    }

    [Fact]
    public void Whatever_is_written_into_a_template_never_throws()
    {
        var random = new Random(7);
        string[] words = ["{{", "}}", "{", "}", "\"", "'", "\\", "|", ":", " ", "customer", ".", "first_name", "default", "upper", "{%", "é", "😀", "\n", "5"];
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));
            Assert.NotNull(Letter.Mistakes(text));
        }
    }
}
