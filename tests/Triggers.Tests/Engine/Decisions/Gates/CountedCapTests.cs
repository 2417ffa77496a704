using System.Buffers.Binary;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class CountedCapTests
{
    private static readonly CapPlan Every = new("every", null, null, null, new(1, new(TimeSpan.FromDays(1), null)), CapOutcome.Drop, TimeSpan.Zero);
    private static readonly Timestamp Nine = Clock.Utc("2026-01-10T09:00");

    [Theory]
    [InlineData("push", "offer", "spring", false)]
    [InlineData("email", "service", "spring", false)]
    [InlineData("email", "offer", "", false)]
    [InlineData("email", "offer", "autumn", false)]
    [InlineData("email", "offer", "winter spring", true)]
    public void A_cap_counts_only_messages_of_its_channels_purposes_and_tags(string channel, string purpose, string tags, bool counts)
    {
        var cap = new CountedCap(Every with { Channels = Set("email"), Purposes = Set("offer"), Tags = Set("spring", "summer") });
        var state = new CustomerState(Clock.Customer(1));
        Send(state, Nine, channel, purpose, tags);

        Assert.Equal(counts ? [Nine] : [], cap.Of(state).Sends.ToArray());
        Assert.Equal([Nine], new CountedCap(Every).Of(state).Sends.ToArray());
    }

    [Fact]
    public void Messages_that_count_toward_no_cap_are_left_out_and_the_others_come_in_the_order_of_their_times()
    {
        var state = new CustomerState(Clock.Customer(1));
        Timestamp[] times = [.. Enumerable.Range(0, 40).Select(minute => Nine + TimeSpan.FromMinutes(minute))];
        foreach (var time in times.Reverse())
        {
            Send(state, time, "email", "offer", "");
            Send(state, time, "email", "offer", "", SentFlags.Broadcast);
        }

        Assert.Equal(times, new CountedCap(Every).Of(state).Sends.ToArray());
    }

    private static HashSet<string> Set(params string[] names) => [.. names];

    private static void Send(CustomerState state, Timestamp at, string channel, string purpose, string tags, SentFlags flags = SentFlags.Counts)
    {
        var names = tags.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bytes = new byte[names.Length * sizeof(ulong)];
        for (var i = 0; i < names.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * sizeof(ulong)), StableId.Of(names[i]).Value);
        }

        state.Messaging.Book(new() { At = at, Channel = StableId.Of(channel), Purpose = StableId.Of(purpose), Flags = flags, Tags = state.Heap.Add(bytes) });
    }
}
