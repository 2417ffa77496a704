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
        var blob = StateCodec.Encode(Sample());

        Assert.Equal(At(55), StateCodec.NextDeadlineOf(blob.AsSpan(0, 9)));
    }

    [Fact]
    public void A_blob_of_version_1_reads_as_it_always_did()
    {
        var blob = Convert.FromHexString(Blob("version-1.hex").ReplaceLineEndings(""));

        Assert.Equal(Blob("version-1.txt"), StateText.Describe(StateCodec.Decode(AnnKey, blob), Everything.Plan()));
    }

    [Fact]
    public void A_blob_of_version_2_reads_as_it_always_did()
    {
        var blob = Convert.FromHexString(Blob("version-2.hex").ReplaceLineEndings(""));

        Assert.Equal(Blob("version-2.txt"), StateText.Describe(StateCodec.Decode(AnnKey, blob), Everything.Plan()));
    }

    [Fact]
    public void The_state_that_made_the_blob_of_version_2_still_makes_it() => Assert.Equal(
        Blob("version-2.hex").ReplaceLineEndings(""), Convert.ToHexStringLower(StateCodec.Encode(Sample())));

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
            customer user:ann, key {AnnKey}
            next deadline 2026-01-01T10:30:00.000Z
            remembers 3 of 64 event ids
            trait email = "ann@example.org", of 2026-01-01T10:00:00.000Z
            run (122dd009740a43c0): fires 2026-01-01T10:30:00.000Z, started 2026-01-01T10:00:00.000Z by c1
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

    [Fact]
    public void Damage_of_any_kind_is_invalid_data_or_another_state_and_nothing_else()
    {
        var random = new Random(22);
        var blob = StateCodec.Encode(Sample());
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = blob.AsSpan(0, random.Next(4) == 0 ? random.Next(blob.Length) : blob.Length).ToArray();
            for (var flips = random.Next(1, 4); flips > 0 && damaged.Length > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.NotEmpty(StateText.Describe(StateCodec.Decode(AnnKey, damaged), Everything.Plan()));
            }
            catch (InvalidDataException fault)
            {
                Assert.StartsWith("The state ", fault.Message, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A state with a value of every kind; what it holds never changes, for a blob of each version was made of it.</summary>
    private static CustomerState Sample()
    {
        var item = Value.Of(new ArrayRecord(Everything.Item, [Value.Of("日本語"), Value.Absent, Value.Of(new Money(-12.50m, "EUR"))]));
        var state = StateAfter(field => field.Type.Kind switch
        {
            DataTypeKind.Bool => Value.True,
            DataTypeKind.Int => Value.Of(long.MinValue),
            DataTypeKind.UInt => Value.Of(ulong.MaxValue),
            DataTypeKind.Double => Value.Of(-0.1),
            DataTypeKind.String => Value.Of("k€1"),
            DataTypeKind.Bytes => Value.Of([0, 127, 255]),
            DataTypeKind.Timestamp => Value.OfTimestamp(-1, 999_999_999),
            DataTypeKind.Duration => Value.OfDuration(-1800, -500_000_000),
            DataTypeKind.Money => Value.Of(new Money(80.00m, "EUR")),
            DataTypeKind.Record => item,
            DataTypeKind.Map => Value.OfMap(new Dictionary<Value, Value> { [Value.Of("b")] = Value.Of(new Money(2, "EUR")), [Value.Of("a")] = Value.Of(new Money(1, "EUR")) }),
            _ => Value.OfList(field.Type.Element!.Kind == DataTypeKind.Int ? [Value.Of(1L), Value.Of(-1L), Value.Of(300L)] : [item, item]),
        });
        new CustomerEngine(Everything.Plan()).Step(state, new(Everything.Event("e2", At(-5), field => field.Name == "int" ? Value.Of(42L) : Value.Absent), At(2), 0), new());
        return state;
    }

    private static CustomerState StateAfter(Func<FieldDefinition, Value> field)
    {
        var state = new CustomerState(AnnKey);
        new CustomerEngine(Everything.Plan()).Step(state, new(Everything.Event("e1", At(0), field), At(0), 0), new());
        return state;
    }

    private static string Blob(string name) => File.ReadAllText(Repository.PathOf("tests", "Triggers.Tests", "Engine", "State", "Blobs", name)).ReplaceLineEndings("\n");
}
