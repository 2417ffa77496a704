using System.Text.RegularExpressions;
using Confluent.Kafka;

namespace Triggers.Kafka.Connection;

/// <summary>
/// What one client of librdkafka reports by itself: its lines go to the given sink and never to standard error; the last trouble explains later errors.
/// Thread-safe.
/// </summary>
internal sealed partial class ClientJournal(string client, Action<string>? sink)
{
    private volatile Error? _trouble;
    private int _disturbances;

    /// <summary>The newest trouble with connection or log-in; null: none so far.</summary>
    public Error? Trouble => _trouble;

    /// <summary>Counts lost connections and requests without reply: when it moves during a commit, the request may have been sent twice.</summary>
    public int Disturbances => Volatile.Read(ref _disturbances);

    /// <summary>Writes a line of our own.</summary>
    public void Note(string line) => sink?.Invoke($"kafka {client}: {line}");

    /// <summary>For the builder's log handler. Called on librdkafka's threads.</summary>
    public void OnLog(LogMessage message)
    {
        if (message.Facility is "FAIL" or "REQTMOUT")
        {
            Interlocked.Increment(ref _disturbances);
            if (message.Facility == "FAIL")
            {
                Remember(new Error(ErrorCode.Local_Transport, message.Message));
            }
        }

        Note($"{message.Facility} {message.Message}");
    }

    /// <summary>For the builder's error handler.</summary>
    public void OnError(Error error)
    {
        if (error.Code is ErrorCode.Local_Transport or ErrorCode.Local_Resolve or ErrorCode.Local_TimedOut)
        {
            Interlocked.Increment(ref _disturbances);
        }

        if (error.Code is not ErrorCode.Local_AllBrokersDown)
        {
            Remember(error);
        }

        Note($"{error.Code} {error.Reason}");
    }

    /// <summary>The part of librdkafka's text that a person needs: <c>Connection refused</c>.</summary>
    public static string Plain(string reason)
    {
        var text = Suffix().Replace(reason, "");
        var failed = text.LastIndexOf(" failed: ", StringComparison.Ordinal);
        return (failed >= 0 ? text[(failed + " failed: ".Length)..] : Prefix().Replace(text, "")).Trim().TrimEnd('.');
    }

    [GeneratedRegex(@" \((after \d+ms in state|\d+ identical error)[^)]*\).*$", RegexOptions.Singleline)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(\[thrd:[^\]]*\]: )?([^\s]+:\d+/\w+: )?")]
    private static partial Regex Prefix();

    private void Remember(Error error)
    {
        // Log-in and TLS troubles say more than the lost connection that follows.
        if (error.Code is not ErrorCode.Local_Transport || _trouble?.Code is not (ErrorCode.Local_Authentication or ErrorCode.Local_Ssl))
        {
            _trouble = error;
        }
    }
}
