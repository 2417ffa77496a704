using Triggers.Load.Allocations;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Load;

public sealed class AllocationBudgetTests
{
    private static string File => System.IO.File.ReadAllText(Repository.PathOf("load-tests", "allocation-budgets.json"));

    [Fact]
    public void No_path_of_an_event_allocates_more_than_its_budget() => Assert.Empty(AllocationBudgets.Read(File).Check(AllocationPaths.List));

    [Fact]
    public void A_path_over_its_budget_and_names_that_do_not_meet_are_found() => Assert.Equal(
        [
            "too much: allocates 32 bytes an event, budget 24; find what is new, or raise the budget and say why",
            "new: has no budget; add one to the file",
            "gone: there is no such path; take its budget out of the file",
        ],
        AllocationBudgets.Read("""{"bytesPerEvent":{"enough":32,"too much":24,"gone":0}}""").Check([Allocates("enough"), Allocates("too much"), Allocates("new")]));

    [Fact]
    public void A_file_that_holds_no_budgets_is_refused() =>
        Assert.Throws<InvalidDataException>(() => AllocationBudgets.Read("""{"bytesPerEvent":{"decode":"none"}}"""));

    /// <summary>A path that makes an array of eight bytes for each event: 32 bytes with header and length.</summary>
    private static AllocationPath Allocates(string name) => new(name, () => static (from, to) =>
    {
        for (var i = from; i < to; i++)
        {
            Kept[0] = new byte[8];
        }
    });

    private static readonly byte[][] Kept = [[]];
}
