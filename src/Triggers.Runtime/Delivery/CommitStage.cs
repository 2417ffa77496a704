using System.Diagnostics;
using System.Text;
using Triggers.Model.Customers;
using Triggers.Model.Outbound;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// K3: one transaction over all partitions of a batch: messages, decisions, late and dead records, the new state of every changed customer, the partition records, and the
/// offsets with the membership captured at the cut.
/// </summary>
public sealed class CommitStage(TopicNames topics, IProtocolTrace trace, EventTraces traces)
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> NoHeaders = [];

    /// <summary>Produces and commits. On <see cref="CommitOutcome.Committed"/> each part has its partition record's offset.</summary>
    public CommitOutcome Commit(IOutputTransaction transaction, IReadOnlyList<BatchPart> parts, Membership membership)
    {
        trace.Enter(ProtocolStep.Produce);
        transaction.Begin();
        foreach (var part in parts)
        {
            Remember(part);
            ProduceOutputs(transaction, part.Output);
            ProduceStates(transaction, part);
        }

        trace.Enter(ProtocolStep.Commit);
        return transaction.Commit([.. parts.Select(part => (topics.Events, part.Partition.Number, part.To))], membership);
    }

    private void ProduceOutputs(IOutputTransaction transaction, FoldOutput output)
    {
        foreach (var message in output.Steps.Messages)
        {
            transaction.Produce(new(message.Topic, null, KeyOf(message.Customer), MessageJson.Write(message), TraceOf(message)));
        }

        foreach (var decision in output.Steps.Decisions)
        {
            transaction.Produce(new(topics.Decisions, null, KeyOf(decision.Customer), DecisionJson.Write(decision), NoHeaders));
        }

        foreach (var late in output.Late)
        {
            transaction.Produce(new(topics.Late, null, KeyOf(late.Customer), LateJson.Write(late), NoHeaders));
        }

        foreach (var dead in output.Dead)
        {
            transaction.Produce(new(topics.Dead, null, KeyOf(dead.Customer), DeadLetterJson.Write(DeadLetter.Of(dead, topics.Events)), NoHeaders));
        }
    }

    private void Remember(BatchPart part)
    {
        foreach (var record in part.Partition.Fetched.Take(part.Folded))
        {
            traces.Remember(record);
        }
    }

    /// <summary>A message belongs to the trace of the event that began its run.</summary>
    private IReadOnlyList<KeyValuePair<string, string>> TraceOf(Message message)
    {
        if (traces.Find(message.Customer, message.CauseEventId) is not { } context)
        {
            return NoHeaders;
        }

        using var span = Traces.Begin("triggers.message", ActivityKind.Producer, context);
        span?.SetTag("triggers.trigger", message.Trigger).SetTag("triggers.message.id", message.Id).SetTag("messaging.destination.name", message.Topic);
        return Traces.HandOn(span, context).Headers;
    }

    /// <summary>The partition record comes last, so that a reader who meets it has met the states before it.</summary>
    private void ProduceStates(IOutputTransaction transaction, BatchPart part)
    {
        var partition = part.Partition;
        foreach (var entry in part.Changed)
        {
            transaction.Produce(new(topics.State, partition.Number, KeyOf(entry.Customer), entry.Blob, NoHeaders));
        }

        var record = new PartitionRecord(part.To, partition.Fold.Clock, partition.Fold.RulesVersion) { Leases = partition.Fold.Leases };
        transaction.Produce(new(topics.State, partition.Number, PartitionRecord.Key.ToArray(), record.Write(), NoHeaders), (offset, time) => part.Record = (offset, time));
    }

    private static byte[] KeyOf(CustomerKey customer) => Encoding.ASCII.GetBytes(customer.ToString());
}
