using Triggers.HouseRules.Rules;
using Xunit;

namespace Triggers.HouseRules;

public sealed class TextTests
{
    private const string Slash = "/";

    [Fact]
    public void Comments_hold_no_promises() => House.Keeps(TextRules.Promise, filesAtLeast: 190);

    [Fact]
    public void A_promise_is_found() => House.Finds(
        TextRules.Promise,
        "src/Triggers.Model/Values/Value.cs",
        """
        /// <summary>A value.
        /// FIXME one day.</summary>
        struct Value // TODO: finish
        {
            string _todo = "TODO";
        }
        """,
        "2: 'FIXME' in a comment; do it, or write an issue",
        "3: 'TODO' in a comment; do it, or write an issue");

    [Fact]
    public void No_file_needs_folding() => House.Keeps(TextRules.Region, filesAtLeast: 190);

    [Fact]
    public void A_folding_mark_is_found() => House.Finds(
        TextRules.Region,
        "src/Triggers.Model/Values/Value.cs",
        "struct Value\n{\n#region Fields\n    int _a;\n#endregion\n}",
        "3: #region; split the file instead");

    [Fact]
    public void A_warning_is_switched_off_for_a_reason() => House.Keeps(TextRules.Suppression, filesAtLeast: 190);

    [Fact]
    public void A_warning_switched_off_without_a_reason_is_found() => House.Finds(
        TextRules.Suppression,
        "src/Triggers.Model/Values/Value.cs",
        "#pragma warning disable CA1000\n#pragma warning disable CA1001 // nothing to dispose\n#pragma warning restore CA1000\nstruct Value { }",
        "1: a warning is switched off without a reason; add // and the reason");

    [Fact]
    public void The_tree_names_no_machine() => House.Keeps(TextRules.Machine, filesAtLeast: 200);

    [Fact]
    public void Places_of_one_machine_are_found() => House.Finds(
        TextRules.Machine,
        "README.md",
        string.Join('\n', $"Put it into {Slash}work/data or ${{TMP}}{Slash}tmp/x.", $"cd '{Slash}root'", "a/mnt/b ../tmp/c ./root src/home/x"),
        $"1: '{Slash}work' belongs to one machine; take a relative path, a variable or the system's temporary folder",
        $"2: '{Slash}root' belongs to one machine; take a relative path, a variable or the system's temporary folder");

    [Fact]
    public void Public_comments_tell_something() => House.Keeps(DocRules.Telling, filesAtLeast: 150);

    [Fact]
    public void Comments_that_tell_nothing_are_found() => House.Finds(
        DocRules.Telling,
        "src/Triggers.Model/Values/Money.cs",
        """
        /// <summary></summary>
        public struct Money
        {
            /// <summary>Gets or sets the amount of minor units.</summary>
            public long Amount { get; set; }

            /// <summary>The minor units.</summary>
            public int MinorUnits => 2;

            /// <summary>Amount in the currency's smallest unit, negative for refunds.</summary>
            public long Minor => 2;

            /// <inheritdoc/>
            public override string ToString() => "";

            /// <summary></summary>
            private int _hidden;
        }
        """,
        "2: the comment on Money is empty; say shape, unit, range, error or source",
        "5: the comment on Amount begins with 'Gets or sets'; say shape, unit, range, error or source",
        "8: the comment on MinorUnits only repeats the name; say shape, unit, range, error or source");

    [Fact]
    public void Each_option_says_its_default() => House.Keeps(DocRules.Default, filesAtLeast: 1);

    [Fact]
    public void An_option_without_its_default_is_found() => House.Finds(
        DocRules.Default,
        "src/Triggers.Runtime/Delivery/WorkerOptions.cs",
        """
        public sealed record WorkerOptions
        {
            /// <summary>Default 5, 1 to 10.</summary>
            public int A { get; init; } = 5;

            /// <summary>Records in a poll.</summary>
            public int B { get; init; } = 5;

            /// <summary>The brokers.</summary>
            public required string C { get; init; }
        }
        """,
        "7: B does not say its default; write \"Default …\" with unit and range, or make it required");
}
