using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Triggers.Tests.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.State;

public class StateCodecTests
{
    [Fact]
    public void A_new_customer_is_a_short_blob_without_deadline()
    {
        var blob = StateCodec.Encode(new(AnnKey));

        Assert.Equal("027FFFFFFFFFFFFFFF000000000000000000000000000000", Convert.ToHexString(blob));
        Assert.Equal(Timestamp.Never, StateCodec.NextDeadlineOf(blob));
        Assert.Null(StateCodec.Decode(AnnKey, blob).Identifier);
    }

    [Fact]
    public void The_next_deadline_is_read_from_the_header_alone()
    {
        var state = EveryShape.State();

        Assert.NotEqual(Timestamp.Never, state.NextDeadline);
        Assert.Equal(state.NextDeadline, StateCodec.NextDeadlineOf(StateCodec.Encode(state).AsSpan(0, 9)));
    }

    [Fact]
    public void A_blob_of_version_1_reads_as_it_always_did() =>
        Blobs.VerifyText("version-1.txt", StateText.Describe(StateCodec.Decode(AnnKey, Blobs.Read("version-1.hex")), Everything.Plan()));

    [Fact]
    public void A_blob_of_version_2_reads_as_it_always_did() =>
        Blobs.VerifyText("version-2.txt", StateText.Describe(StateCodec.Decode(AnnKey, Blobs.Read("version-2.hex")), EveryShape.Plan));

    [Fact]
    public void The_state_that_made_the_blob_of_version_2_still_makes_it() => Blobs.Verify("version-2.hex", StateCodec.Encode(EveryShape.State()));

    [Fact]
    public void The_blob_of_version_2_has_traits_and_outcomes_of_every_kind()
    {
        var text = StateText.Describe(StateCodec.Decode(AnnKey, Blobs.Read("version-2.hex")), EveryShape.Plan);

        Assert.Equal([], Enum.GetNames<TraitKind>().Select(name => $" {name.ToLowerInvariant()}: ").Where(kind => !text.Contains(kind, StringComparison.Ordinal)));
        Assert.Equal(
            [], Enum.GetNames<RunOutcome>().Except(["None"]).Select(name => $" last {name.ToLowerInvariant()} ").Where(kind => !text.Contains(kind, StringComparison.Ordinal)));
        Assert.Equal(
            [], new[] { "consent", "complaint", "channel", "group", "message", "held", "booked", "code" }.Where(fact => !text.Contains($"\n{fact} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_blob_of_version_1_is_written_as_version_2_that_says_the_same()
    {
        var old = StateCodec.Decode(AnnKey, Blobs.Read("version-1.hex"));
        var blob = StateCodec.Encode(old);

        Assert.Equal(StateCodec.Version, blob[0]);
        Assert.Equal(StateText.Describe(old, Everything.Plan()), StateText.Describe(StateCodec.Decode(AnnKey, blob), Everything.Plan()));
    }

    [Fact]
    public void What_was_written_is_read_back_byte_for_byte()
    {
        var random = new Random(21);
        var plan = Everything.Plan();
        var engine = new CustomerEngine(plan);
        for (var round = 0; round < 500; round++)
        {
            var state = new CustomerState(AnnKey);
            for (var i = random.Next(4); i > 0; i--)
            {
                var made = Everything.Event($"e{i}", At(i), field => random.Next(3) > 0 ? RandomValues.Of(field.Type, random) : Value.Absent);
                engine.Step(state, new(made, At(i), 0), new());
            }

            var blob = StateCodec.Encode(state);
            var read = StateCodec.Decode(AnnKey, blob);
            Assert.Equal(blob, StateCodec.Encode(read));
            Assert.Equal(StateText.Describe(state, plan), StateText.Describe(read, plan));
        }
    }

    [Fact]
    public void A_map_gives_the_same_bytes_in_whatever_order_it_was_filled()
    {
        byte[] BlobOf(params string[] keys) => StateCodec.Encode(StateAfter(
            field => field.Name == "map(string, money)" ? Value.OfMap(keys.ToDictionary(Value.Of, _ => Value.Of(new Money(1, "EUR")))) : Value.Absent));

        Assert.Equal(BlobOf("a", "b", "cc"), BlobOf("cc", "b", "a"));
    }

    [Fact]
    public void Slots_that_no_rule_knows_any_more_survive()
    {
        var story = new Story(CartLeft(condition: "event.value >= 50")).On(ContactOf("m1", 0, email: "ann@example.org")).On(CartOf("c1", 0, "k1", 80));

        Assert.Equal(
            $"""
            customer user:ann, key {AnnKey}, time 2026-01-01T10:05:00.000Z
            next deadline 2026-01-01T10:30:00.000Z
            remembers 3 of 64 event ids
            trait email latest: "ann@example.org" of 2026-01-01T10:00:00.000Z
            run (122dd009740a43c0): due 2026-01-01T10:30:00.000Z, started 2026-01-01T10:00:00.000Z by c1
              (1c42ddc0285b9c25) = "k1"
              (cd42404d52ad55cc) = 80

            """,
            StateText.Describe(story.Publish(CartLeft("other")).On(OrderOf("o1", 5)).State, Plan(CartLeft("other"))));
        Assert.Equal("ann", Assert.Single(story.Publish(CartLeft(condition: "event.value >= 50")).Tick(30).Last.Messages).Address);
    }

    [Fact]
    public void A_value_of_another_type_than_the_workspace_now_says_is_absent()
    {
        var story = new Story(CartLeft(condition: "event.value >= 50")).On(CartOf("c1", 0, "k1", 80));
        var text = Field(Cart, "value") with { Type = DataType.String };

        story.Publish(CartLeft(condition: "event.value >= 50") with { Start = new StepsStart([new(StepKind.Event, Cart, null) { CapturedAsEvent = [text] }], null) }).Tick(30);

        Assert.Equal("The condition `event.value >= 50` could not be evaluated: no such field: value.", Assert.Single(story.Last.Decisions).Reason);
    }

    [Theory]
    [InlineData("", "The state is damaged: it has no complete header (at byte 0 of 0).")]
    [InlineData("02", "The state is damaged: it has no complete header (at byte 0 of 1).")]
    [InlineData("007FFFFFFFFFFFFFFF0000000000", "The state is damaged: it has version 0 (at byte 1 of 14).")]
    [InlineData("097FFFFFFFFFFFFFFF0000000000", "The state has version 9; this program reads versions 1 to 2. Run a program that is at least as new as the one that wrote it.")]
    [InlineData("017FFFFFFFFFFFFFFF00000000", "The state is damaged: it ends too early (at byte 13 of 13).")]
    [InlineData("017FFFFFFFFFFFFFFF000000000000", "The state is damaged: it has bytes behind its end (at byte 14 of 15).")]
    [InlineData("0100000000000000000000000000", "The state is damaged: it says 1970-01-01T00:00:00.000Z for its first deadline, which is never (at byte 14 of 14).")]
    [InlineData("017FFFFFFFFFFFFFFF0000410000", "The state is damaged: it announces 65 elements and has 2 bytes left (at byte 12 of 14).")]
    [InlineData(
        "0100000000000000000000000001122dd009740a43c0000163000000", "The state is damaged: it has runs of a customer whom it does not name (at byte 28 of 28).")]
    public void A_damaged_blob_says_what_and_where(string hex, string problem) =>
        Assert.Equal(problem, Assert.Throws<InvalidDataException>(() => StateCodec.Decode(AnnKey, Convert.FromHexString(hex))).Message);

    [Theory]
    [MemberData(nameof(DamagedBlobs))]
    public void A_damaged_blob_of_version_2_says_what_and_where(string hex, string problem) => Assert.Equal(
        $"The state is damaged: it {problem}.", Assert.Throws<InvalidDataException>(() => StateCodec.Decode(AnnKey, Convert.FromHexString(hex))).Message);

    /// <summary>Blobs of a customer without a name, each up to where it goes wrong.</summary>
    public static TheoryData<string, string> DamagedBlobs()
    {
        const string header = "027FFFFFFFFFFFFFFF";
        const string toRecent = header + "0000";
        const string toSeries = toRecent + "00";
        const string toMemberships = toSeries + "00";
        const string toTriggers = toMemberships + "0000000000000000";
        const string toStarts = toTriggers + "00";
        const string toRuns = toStarts + "00";
        const string one = "0000000000000001";
        const string two = "0000000000000002";
        return new()
        {
            { header + "FFFFFFFFFFFFFFFFFFFF", "holds a number of more than 64 bits (at byte 19 of 19)" },
            { header + "05", "announces 5 elements and has 0 bytes left (at byte 10 of 10)" },
            { toRecent + "41" + new string('0', 130), "remembers 65 event ids of at most 64 (at byte 12 of 77)" },
            { toSeries + "01" + one + "00", "holds a trait of the unknown kind 0 (at byte 22 of 22)" },
            { toSeries + "02" + two + "0300" + one + "03", "has slots out of order (at byte 32 of 32)" },
            { toSeries + "01" + one + "03" + "02" + "0002" + "0001", "has entries of a trait out of order (at byte 27 of 27)" },
            { toSeries + "01" + one + "04" + "01" + "0200" + "FF0000", "holds a decimal number out of range (at byte 28 of 28)" },
            { toSeries + "01" + one + "01" + "01" + "0400" + "EE", "holds a value of the unknown kind 238 (at byte 26 of 26)" },
            { toSeries + "01" + one + "01" + "01" + "0400" + string.Concat(Enumerable.Repeat("0B01", 66)), "nests values deeper than 64 (at byte 155 of 157)" },
            { toMemberships + one + "00" + "02" + two + "01" + one, "has slots out of order (at byte 40 of 40)" },
            { toTriggers + "02" + two + "00" + one, "has slots out of order (at byte 39 of 39)" },
            { toTriggers + "01" + one + "09", "holds the unknown outcome 9 (at byte 31 of 31)" },
            { toTriggers + "01" + one + "80" + "02" + one, "ends too early (at byte 32 of 40)" },
            { toStarts + "01" + one + "00" + "02" + "0201", "has start times out of order (at byte 35 of 35)" },
            { toRuns + "01" + one + "0000" + "0100" + "8002" + "00", "has a run at step 256 (at byte 39 of 39)" },
            { toRuns + "01" + one + "0000" + "0100" + "010001" + "0105" + "00", "announces 5 elements and has 0 bytes left (at byte 1 of 1)" },
            { toRuns + "02" + one + "0000" + "0102" + "010001" + "0000" + two + "0000" + "0100" + "010001" + "0000", "has runs out of order (at byte 58 of 58)" },
            { toRuns + "01" + one + "0000" + "0100" + "010001" + "0000", "has runs of a customer whom it does not name (at byte 41 of 41)" },
            { toRuns, "ends too early (at byte 23 of 23)" },
            { toRuns + "0000", "has bytes behind its end (at byte 24 of 25)" },
            { toRuns.Replace(header, "020000000000000000", StringComparison.Ordinal) + "00", "says 1970-01-01T00:00:00.000Z for its first deadline, which is never (at byte 24 of 24)" },
        };
    }

    [Fact]
    public void Damage_of_any_kind_is_invalid_data_or_another_state_and_nothing_else()
    {
        var random = new Random(22);
        var blob = StateCodec.Encode(EveryShape.State());
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = blob.AsSpan(0, random.Next(4) == 0 ? random.Next(blob.Length) : blob.Length).ToArray();
            for (var flips = random.Next(1, 4); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                var state = StateCodec.Decode(AnnKey, damaged);
                Assert.NotEmpty(StateCodec.Encode(state));
                if (round % 16 == 0)
                {
                    Assert.NotEmpty(StateText.Describe(state, EveryShape.Plan));
                }
            }
            catch (InvalidDataException fault)
            {
                Assert.StartsWith("The state ", fault.Message, StringComparison.Ordinal);
            }
        }
    }

    private static CustomerState StateAfter(Func<FieldDefinition, Value> field)
    {
        var state = new CustomerState(AnnKey);
        new CustomerEngine(Everything.Plan()).Step(state, new(Everything.Event("e1", At(0), field), At(0), 0), new());
        return state;
    }
}
