using Triggers.Engine.Leases;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Leases;

public sealed class LeaseTests
{
    [Fact]
    public void Codes_that_come_back_close_the_gap_that_they_left()
    {
        var lease = Codes(new(0, 4));
        lease.Draw();
        lease.Draw();
        lease.Draw();
        Assert.Equal([new CodeRange(3, 4)], lease.Free);

        lease.Add(new(0, 1));
        Assert.Equal([new CodeRange(0, 1), new CodeRange(3, 4)], lease.Free);
        Assert.Equal((0, 2), (lease.Next, lease.Left));

        lease.Add(new(2, 3));
        lease.Add(new(1, 2));
        Assert.Equal([new CodeRange(0, 4)], lease.Free);
    }

    [Fact]
    public void A_pool_that_is_used_up_has_no_next_code()
    {
        var lease = Codes(new(7, 8));
        lease.Draw();
        Assert.Null(lease.Next);
    }

    [Fact]
    public void What_is_given_back_can_be_booked_again()
    {
        var lease = new BudgetLease("b") { Granted = 10 };
        lease.Book(Timestamp.Beginning, 4);
        lease.Book(Timestamp.Beginning, 6);
        Assert.Equal(10, lease.BookedIn(Timestamp.Beginning));

        lease.Book(Timestamp.Beginning, -4);
        Assert.Equal(6, lease.BookedIn(Timestamp.Beginning));
        lease.Book(Timestamp.Beginning, -6);
        Assert.Empty(lease.Booked);
    }

    [Fact]
    public void Periods_that_are_over_are_forgotten_and_the_one_without_end_never()
    {
        var (now, day) = (new Timestamp(1_767_225_600_000), TimeSpan.FromDays(1));
        var lease = new BudgetLease("b") { Granted = 10 };
        lease.Book(now + day, 4);
        lease.Book(Timestamp.Beginning, 1);
        lease.Book(now - (33 * day), 2);
        lease.Book(now - (31 * day), 3);
        lease.Forget(now);

        Assert.Equal([1, 3, 4], lease.Booked.Select(booked => booked.Amount));
    }

    [Fact]
    public void A_second_grant_comes_on_top_of_the_first()
    {
        var book = new LeaseBook();
        book.Add(new([new("b", 5)], [new("p", new(0, 2))]));
        book.Add(new([new("b", 2.5m)], [new("p", new(2, 4))]));

        Assert.Equal(7.5m, Assert.Single(book.Budgets).Granted);
        Assert.Equal([new CodeRange(0, 4)], Assert.Single(book.Pools).Free);
    }

    [Fact]
    public void A_copy_stays_what_it_was()
    {
        var book = new LeaseBook();
        book.Add(new([new("b", 5)], [new("p", new(0, 2))]));
        var copy = book.Copy();
        book.Book(BudgetPlan.IdOf("b"), Timestamp.Beginning, 1, new(0));
        book.Draw(CodePoolPlan.IdOf("p"));

        Assert.Empty(Assert.Single(copy.Budgets).Booked);
        Assert.Equal([new CodeRange(0, 2)], Assert.Single(copy.Pools).Free);
    }

    [Fact]
    public void What_came_back_after_its_share_was_gone_changes_nothing()
    {
        var book = new LeaseBook();
        book.GiveBack(new(1), Timestamp.Beginning, 5);
        book.PutBack(new(1), 0);
        Assert.True(book.IsEmpty);
    }

    private static CodeLease Codes(CodeRange range)
    {
        var lease = new CodeLease("p");
        lease.Add(range);
        return lease;
    }
}
