using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Oracle;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Rules;

public class StepRunTests
{
    [Fact]
    public void The_id_of_a_message_is_the_same_wherever_the_state_was_stored_between_the_steps()
    {
        var trigger = Steps([new(StepKind.Event, Cart, null) { AtLeast = 2 }, new(StepKind.Event, Order, null)]);
        CustomerEvent[] events = [CartOf("c1", 0, "k1", 1), CartOf("c2", 1, "k1", 1), OrderOf("o1", 2)];
        var (engine, state, output) = (new CustomerEngine(Plan(trigger)), new CustomerState(AnnKey), new StepOutput());
        foreach (var happened in events)
        {
            engine.Step(state, new(happened, happened.Time, 0), output);
        }

        var stored = events.Aggregate(new Story(trigger), (story, happened) => story.On(happened));

        Assert.Equal([IdOf("c2", "o1")], output.Messages.Select(m => m.Id));
        Assert.Equal([IdOf("c2", "o1")], stored.Last.Messages.Select(m => m.Id));
    }

    [Fact]
    public void A_run_that_has_waited_ninety_days_for_the_very_next_event_ends()
    {
        var trigger = Steps([new(StepKind.Event, Cart, null), new(StepKind.NotNext, Order, null) { IsStrict = true }, new(StepKind.Event, Viewed, null)]);

        Assert.Equal(
            """
            10:00 c1 applied
              started steps
            10:00 tick 1
              expired steps
            """,
            new Story(trigger).On(CartOf("c1", 0, "k1", 1)).Tick(90 * 24 * 60).Text);
    }

    [Fact]
    public void Runs_that_are_due_together_fire_in_the_order_in_which_they_came_about()
    {
        var trigger = Steps([new(StepKind.Event, Cart, null), new(StepKind.Event, Viewed, null) { IsEach = true }, new(StepKind.Event, Cart, null) { IsEach = true }]) with
        {
            Wait = TimeSpan.FromMinutes(20),
        };

        var story = new Story(trigger).On(CartOf("c1", 0, "k1", 1)).On(ViewOf("v1", 1)).On(ViewOf("v2", 1)).On(CartOf("c2", 2, "k1", 1)).Tick(22);

        Assert.Equal([IdOf("v1", "c2"), IdOf("v2", "c2")], story.Last.Messages.Select(m => m.Id));
    }

    private static TriggerPlan Steps(IReadOnlyList<StepPlan> steps) => new("steps", new StepsStart(steps, null), new("offer", 50, "looked", [Push]));

    private static CustomerEvent ViewOf(string id, double minute) => Event(Viewed, id, At(minute), ("sku", Value.Of("s1")));

    private static string IdOf(params string[] path) => NaiveId.Of("steps", "00000000000000aa", AnnKey.ToString(), "", path, "c1");
}
