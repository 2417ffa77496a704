using Triggers.HouseRules.Tree;

namespace Triggers.HouseRules;

/// <summary>Who may break which rule, and why. An entry that is not needed any more fails the rule's test.</summary>
internal static class AgreedExceptions
{
    private const string OwnThread = "the worker's own thread runs a batch to completion; there is nothing else for it to do";
    private const string Again = "a server that cannot answer now is asked again after a pause, within a deadline";
    private const string OnlyWork = "a command's only thread waits for the command's only work";
    private const string RealThreads = "a simulated world has real worker threads; the pause lets them work, and no outcome hangs on its length";
    private const string Ended = "the task has ended: asked before";

    /// <summary>One line a file and rule.</summary>
    public static IReadOnlyList<AgreedException> All { get; } =
    [
        new("blocking wait", "src/Triggers.Cli/Commands/PublishCommand.cs", OnlyWork),
        new("blocking wait", "src/Triggers.Cli/Commands/ServeCommand.cs", OnlyWork),
        new("blocking wait", "src/Triggers.Cli/Commands/TopicsCommand.cs", OnlyWork),
        new("blocking wait", "src/Triggers.Hosting/Serving/RulesPublication.cs", "before the worker starts there is nothing else to do"),
        new("blocking wait", "src/Triggers.Kafka/Reading/GroupLags.cs", "the thread that watches lags has nothing else to do"),
        new("blocking wait", "src/Triggers.Redis/RedisConnection.cs", Ended),
        new("blocking wait", "src/Triggers.Runtime/Delivery/ComputeStage.cs", OwnThread),
        new("blocking wait", "src/Triggers.Runtime/Delivery/TakingOver/TakeOverStage.cs", Ended),
        new("blocking wait", "src/Triggers.Runtime/Delivery/UpkeepStage.cs", Ended),
        new("sleep", "src/Triggers.Hosting/Telemetry/ProtocolTraceFile.cs", "a crash test holds the worker at a step until it kills it"),
        new("sleep", "src/Triggers.Kafka/Consuming/KafkaSourceConsumer.cs", Again),
        new("sleep", "src/Triggers.Kafka/Producing/KafkaTransaction.cs", Again),
        new("sleep", "src/Triggers.Kafka/Topics/KafkaTopics.cs", Again),
        new("sleep", "src/Triggers.Runtime/Delivery/TakingOver/StoreCalls.cs", Again),
        new("sleep", "src/Triggers.Runtime/Delivery/WriteBehind.cs", Again),
        new("sleep", "tests/Triggers.Simulation/ExactlyOnceTests.cs", RealThreads),
        new("sleep", "tests/Triggers.Simulation/SimulatedWorld.cs", RealThreads),
    ];
}
