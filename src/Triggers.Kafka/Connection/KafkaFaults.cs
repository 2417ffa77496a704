using Confluent.Kafka;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Connection;

/// <summary>Errors of the client library → <see cref="OutsideFault"/>: what happened, where, the cause, the remedy; no stack trace.</summary>
internal static class KafkaFaults
{
    /// <summary>The remedy for topics of the system that are not there.</summary>
    public const string CreateTopics = "Create what is missing: triggers topics --create --config FILE.";

    /// <summary>The fault for an error.</summary>
    /// <param name="error">What the library says.</param>
    /// <param name="what">What could not be done; a clause without full stop.</param>
    /// <param name="options">For the address.</param>
    /// <param name="journal">For the cause behind a time-out.</param>
    /// <param name="inner">The library's exception.</param>
    public static OutsideFault Of(Error error, string what, KafkaOptions options, ClientJournal? journal, Exception? inner = null)
    {
        var unanswered = IsUnanswered(error.Code);
        var cause = unanswered && journal?.Trouble is { } trouble ? trouble : error;
        var where = $"Kafka at {options.BootstrapServers}";
        var why = ClientJournal.Plain(cause.Reason);
        return cause.Code switch
        {
            ErrorCode.Local_Authentication or ErrorCode.SaslAuthenticationFailed or ErrorCode.UnsupportedSaslMechanism =>
                new($"{what}: {where} refused the log-in: {why}.", "Correct the sasl.* settings in kafka.properties.", retry: false, inner),
            ErrorCode.Local_Ssl =>
                new($"{what}: TLS with {where} failed: {why}.", "Correct security.protocol and the ssl.* settings in kafka.properties.", retry: false, inner),
            ErrorCode.TopicAuthorizationFailed or ErrorCode.GroupAuthorizationFailed
                or ErrorCode.ClusterAuthorizationFailed or ErrorCode.TransactionalIdAuthorizationFailed =>
                new($"{what}: {where} does not allow it: {why}.", "Grant the rights that the principal lacks.", retry: false, inner),
            ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic or ErrorCode.Local_UnknownPartition =>
                new($"{what}: {where} does not have the topic: {why}.", CreateTopics, retry: true, inner),
            _ when unanswered => new(
                $"{what}: {where} did not answer: {why}.",
                "Start the broker, or correct kafka.bootstrapServers (and security.protocol in kafka.properties).",
                retry: true,
                inner),
            _ => new($"{what}: {where} answered {cause.Code}: {why}.", "See the broker's log.", !error.IsFatal, inner),
        };
    }

    /// <inheritdoc cref="Of(Error, string, KafkaOptions, ClientJournal, Exception)"/>
    public static OutsideFault Of(KafkaException exception, string what, KafkaOptions options, ClientJournal? journal) =>
        Of(exception.Error, what, options, journal, exception);

    /// <summary>A property that librdkafka does not know, or a value that it refuses.</summary>
    public static OutsideFault Settings(Exception exception) =>
        new(
            $"kafka.properties cannot be used: {exception.Message.TrimEnd('.')}.",
            "Correct it; the names are those of librdkafka's CONFIGURATION.md.",
            retry: false,
            exception);

    private static bool IsUnanswered(ErrorCode code) => code is ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown
        or ErrorCode.Local_TimedOut or ErrorCode.Local_Resolve
        or ErrorCode.Local_MsgTimedOut or ErrorCode.Local_TimedOutQueue or ErrorCode.Local_WaitCoord or ErrorCode.RequestTimedOut or ErrorCode.NetworkException;
}
