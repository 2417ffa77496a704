using Triggers.Engine.Leases;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Leases;

public sealed class LeaseTests
{
    [Fact]
    public void Codes_that_come_back_close_the_gap_that_they_left()
    {
        var lease = CodeLease.Of("p").Add(new(0, 4)).Draw().Draw().Draw();
        Assert.Equal([new CodeRange(3, 4)], lease.Free);

        lease = lease.Add(new(0, 1));
        Assert.Equal([new CodeRange(0, 1), new CodeRange(3, 4)], lease.Free);
        Assert.Equal((0, 2), (lease.Next, lease.Left));

        lease = lease.Add(new(2, 3)).Add(new(1, 2));
        Assert.Equal([new CodeRange(0, 4)], lease.Free);
    }

    [Fact]
    public void A_pool_that_is_used_up_has_no_next_code() => Assert.Null(CodeLease.Of("p").Add(new(7, 8)).Draw().Next);

    [Fact]
    public void What_is_given_back_can_be_booked_again()
    {
        var lease = BudgetLease.Of("b", 10).Book(Timestamp.Beginning, 4).Book(Timestamp.Beginning, 6);
        Assert.Equal(10, lease.BookedIn(Timestamp.Beginning));

        lease = lease.Book(Timestamp.Beginning, -4);
        Assert.Equal(6, lease.BookedIn(Timestamp.Beginning));
        Assert.Empty(lease.Book(Timestamp.Beginning, -6).Booked);
    }

    [Fact]
    public void Periods_that_are_over_are_forgotten_and_the_one_without_end_never()
    {
        var (now, day) = (new Timestamp(1_767_225_600_000), TimeSpan.FromDays(1));
        var lease = BudgetLease.Of("b", 10).Book(Timestamp.Beginning, 1).Book(now - (33 * day), 2).Book(now - (31 * day), 3).Book(now + day, 4).Forget(now);

        Assert.Equal([1, 3, 4], lease.Booked.Values);
    }

    [Fact]
    public void A_second_grant_comes_on_top_of_the_first()
    {
        var balances = LeaseBalances.None.Add(new([new("b", 5)], [new("p", new(0, 2))])).Add(new([new("b", 2.5m)], [new("p", new(2, 4))]));

        Assert.Equal(7.5m, Assert.Single(balances.Budgets).Value.Granted);
        Assert.Equal([new CodeRange(0, 4)], Assert.Single(balances.Pools).Value.Free);
    }

    [Fact]
    public void What_came_back_after_its_share_or_its_period_was_gone_changes_nothing()
    {
        var book = new LeaseBook();
        book.GiveBack(new(1), Timestamp.Beginning, 5);
        book.PutBack(new(1), 0);
        Assert.True(book.Balances.IsEmpty);
    }
}
