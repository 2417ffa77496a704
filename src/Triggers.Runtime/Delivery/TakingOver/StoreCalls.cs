using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>Calls to the store whose answer may be unknown.</summary>
internal static class StoreCalls
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    /// <summary>Sends the same script until there is an answer.</summary>
    /// <exception cref="OperationCanceledException">The partition is gone.</exception>
    internal static async Task<StoreReply> ResendAsync(Func<Task<StoreReply>> script, CancellationToken gone)
    {
        while (true)
        {
            gone.ThrowIfCancellationRequested();
            var reply = await script().ConfigureAwait(false);
            if (reply != StoreReply.Unknown)
            {
                return reply;
            }

            await Task.Delay(Delay, gone).ConfigureAwait(false);
        }
    }
}
