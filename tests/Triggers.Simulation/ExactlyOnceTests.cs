using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Simulation;

/// <summary>The worker on the in-memory twins under every fault they can play, against the fold of the log.</summary>
public sealed class ExactlyOnceTests
{
    [Fact]
    public void Without_faults_committed_messages_are_the_fold_of_the_log()
    {
        using var world = new SimulatedWorld(1);
        world.CalmDown();
        world.Start("a");
        for (var i = 0; i < 20; i++)
        {
            world.AppendEvents(20);
            Thread.Sleep(10);
        }

        Assert.Null(world.Settle() is { } difference ? difference + Environment.NewLine + world.Notebook.Text : null);
        Assert.True(world.MessagesCommitted > 20);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_goes_wrong_no_message_is_missing_none_is_doubled_and_the_store_is_the_fold(int seed)
    {
        using var world = new SimulatedWorld(seed);
        var random = new Random(seed * 7919);
        world.Start("a");
        world.Start("b");
        for (var turn = 0; turn < 60; turn++)
        {
            world.AppendEvents(random.Next(40));
            Thread.Sleep(random.Next(40));
            GoWrong(world, random);
            if (turn % 20 == 10)
            {
                world.Publish(turn % 40 == 10 ? SimulatedWorkspace.SharingOther : SimulatedWorkspace.Sharing);
            }
        }

        world.CalmDown();
        Assert.True(world.IsInForce(SimulatedWorkspace.SharingOther), world.Notebook.Text);
        Assert.Null(world.Settle() is { } difference ? $"seed {seed}, {world.Faults} faults: {difference}{Environment.NewLine}{world.Notebook.Text}" : null);
        Assert.True(world.MessagesCommitted > 20);

        world.Store.Flush();
        Assert.Null(world.Settle() is { } lost ? $"seed {seed}, after a flush at rest: {lost}{Environment.NewLine}{world.Notebook.Text}" : null);
        Assert.True(world.Notebook.Count(ProtocolStep.Copy) > 0);
    }

    [Fact]
    public void A_damaged_changelog_stops_its_partition_and_leaves_the_others_running()
    {
        using var world = new SimulatedWorld(11);
        world.CalmDown();
        world.Start("a");
        world.AppendEvents(100);
        Assert.Null(world.Settle());
        var damaged = world.DamageChangelog();
        world.AppendEvents(100);
        Assert.Null(world.Settle());
        world.Kill("a");
        world.Store.Flush();
        world.Start("a");
        world.AppendEvents(100);

        Assert.All(Enumerable.Range(0, 4).Where(partition => partition != damaged), partition => Assert.True(world.IsStored(partition), world.Notebook.Text));
        Assert.StartsWith($"a ERROR Partition {damaged} is stopped: ", world.Notebook.Failure, StringComparison.Ordinal);
        Assert.EndsWith("Restore the topic triggers.state, or start a version that can read it.", world.Notebook.Failure, StringComparison.Ordinal);
    }

    private static void GoWrong(SimulatedWorld world, Random random)
    {
        var name = random.Next(2) == 0 ? "a" : "b";
        switch (random.Next(12))
        {
            case 0 or 1:
                world.Kill(name);
                world.Start(name);
                break;
            case 2:
                world.Expel(name);
                break;
            case 3:
                world.Cluster.Rebalance();
                break;
            case 4:
                world.Cluster.TimeOutTransactions();
                break;
            case 5:
                world.Store.Flush();
                break;
            case 6:
                world.TakeSnapshot();
                break;
            case 7:
                world.RestoreSnapshot();
                break;
            case 8 or 9:
                world.DeliverLateCopy();
                break;
            default:
                break;
        }
    }
}
