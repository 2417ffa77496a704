using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Random triggers of several steps.</summary>
/// <param name="random">Source of chance.</param>
/// <param name="where">Gives a condition over event and customer, or null.</param>
internal sealed class RandomSteps(Random random, Func<int, Condition?> where)
{
    private static readonly long[] Lengths = [3, 5, 10, 20, 60, 300];

    public NaiveTrigger Of(string name)
    {
        var isKeyed = random.Next(2) == 0;
        var count = random.Next(2, 5);
        var steps = new List<NaiveStep>
        {
            new(StepKind.Event, Universe.RandomType(random), where(2)) { Name = NameFor(0), AtLeast = !isKeyed && random.Next(5) == 0 ? random.Next(2, 4) : 1 },
        };
        for (var i = 1; i < count; i++)
        {
            steps.Add(Step(i, steps, isLast: i == count - 1));
        }

        return new(name) { Steps = steps, Key = isKeyed ? NaiveKey.Random(random) : null };
    }

    /// <summary>A condition over the last event and those of named steps.</summary>
    public Condition? If(IReadOnlyList<NaiveStep> steps) =>
        steps.Where(s => s.Name is not null).Select(s => s.Name!).ToList() is { Count: > 0 } names ? EventConditions.WithStep(random, names[random.Next(names.Count)]) : where(0);

    private NaiveStep Step(int place, List<NaiveStep> before, bool isLast)
    {
        var (type, condition) = (Universe.RandomType(random), Condition(before));
        var within = Lengths[random.Next(Lengths.Length)] * Clock.Minute;
        switch (random.Next(10))
        {
            case 0 or 1:
                return new(StepKind.Absence, type, condition) { Within = within };
            case 2 when !isLast:
                return new(StepKind.Guard, type, condition);
            case 3 when before[^1].Kind != StepKind.Guard:
                return new(StepKind.NotNext, type, condition) { IsStrict = true, Within = isLast || random.Next(2) == 0 ? within : null };
            default:
                var most = random.Next(6);
                return new(StepKind.Event, type, condition)
                {
                    Name = NameFor(place),
                    Within = random.Next(3) > 0 ? within : null,
                    AtLeast = most == 0 ? random.Next(2, 4) : 1,
                    IsEach = most == 1,
                    IsStrict = random.Next(6) == 0,
                };
        }
    }

    private Condition? Condition(List<NaiveStep> before)
    {
        var names = before.Where(s => s.Name is not null).Select(s => s.Name!).ToList();
        return names.Count > 0 && random.Next(3) == 0 ? EventConditions.WithStep(random, names[random.Next(names.Count)]) : where(4);
    }

    private string? NameFor(int place) => random.Next(2) == 0 ? $"step{place}" : null;
}
