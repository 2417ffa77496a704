using System.Text;
using Triggers.Engine.Leases;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Tests.Partitions;

public sealed class LeaseJsonTests
{
    private static readonly LeaseGrant Grant = new([new("offer spring", 5000.00m)], [new("gifts", new(0, 100)), new("gifts", new(200, 300))]);

    [Fact]
    public void A_partition_record_brings_back_what_was_granted_and_what_was_drawn()
    {
        var book = new LeaseBook();
        book.Add(Grant);
        var (budget, pool) = (BudgetPlan.IdOf("offer spring"), CodePoolPlan.IdOf("gifts"));
        book.Book(budget, new(1_767_225_600_000), 12.50m, new(1_767_225_600_000));
        book.Book(budget, Timestamp.Beginning, 0.01m, new(1_767_225_600_000));
        book.Draw(pool);
        book.Draw(pool);
        book.PutBack(pool, 0);
        var record = new PartitionRecord(17, new(5), "abc") { Leases = book };

        var text = Encoding.UTF8.GetString(record.Write());

        Assert.Equal(
            """{"applied":17,"clock":5,"rules":"abc","leases":{"budgets":{"offer spring":{"granted":"5000.00","booked":{"all":"0.01","1767225600000":"12.50"}}},"""
            + """ "pools":{"gifts":[0,1,2,100,200,300]}}}""".TrimStart(),
            text);
        Assert.Equal(text, Encoding.UTF8.GetString(PartitionRecord.Read(Encoding.UTF8.GetBytes(text)).Write()));
    }

    [Fact]
    public void A_partition_record_from_before_there_were_leases_has_none() =>
        Assert.True(PartitionRecord.Read(Encoding.UTF8.GetBytes("""{"applied":1,"clock":2,"rules":null}""")).Leases.IsEmpty);

    [Fact]
    public void A_lease_record_brings_back_the_grant()
    {
        var read = LeaseJson.ReadGrant(Encoding.UTF8.GetBytes("""{"budgets":{"offer spring":"5000.00"},"pools":{"gifts":[0,100,200,300]}}"""));

        Assert.Equal(Grant.Budgets, read.Budgets);
        Assert.Equal(Grant.Pools, read.Pools);
        Assert.Equal("""{"budgets":{"offer spring":"5000.00"},"pools":{"gifts":[0,100,200,300]}}""", Encoding.UTF8.GetString(LeaseJson.Write(Grant)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"budgets":{}}""")]
    [InlineData("""{"budgets":{"x":"much"},"pools":{}}""")]
    [InlineData("""{"budgets":{"x":null},"pools":{}}""")]
    [InlineData("""{"budgets":{"x":"0"},"pools":{}}""")]
    [InlineData("""{"budgets":{},"pools":{"x":[1]}}""")]
    [InlineData("""{"budgets":{},"pools":{"x":[-2,2]}}""")]
    [InlineData("""{"budgets":{},"pools":{"x":[2,2]}}""")]
    [InlineData("""{"budgets":{},"pools":{"x":[0,2,1,3]}}""")]
    public void A_lease_record_that_is_none_says_what_to_do(string body) =>
        Assert.Equal("Run the version that wrote it, or a newer one.", Assert.Throws<OutsideFault>(() => LeaseJson.ReadGrant(Encoding.UTF8.GetBytes(body))).Remedy);
}
