using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Connection;

/// <summary>
/// Keeps a client alive while other threads ask it something: closing waits for them, and later questions are refused. The library does not guard against
/// this itself.
/// </summary>
internal sealed class UseGate
{
    private readonly object _lock = new();
    private int _users;
    private bool _closed;

    /// <summary>Asks while the client is kept open; any number of threads at a time.</summary>
    /// <exception cref="OutsideFault">The client is closed.</exception>
    public T Use<T>(Func<T> ask)
    {
        Enter();
        try
        {
            return ask();
        }
        finally
        {
            Exit();
        }
    }

    /// <summary>Refuses new questions and waits for the answers to those that were asked; false when that was done before.</summary>
    public bool Close()
    {
        lock (_lock)
        {
            if (_closed)
            {
                return false;
            }

            _closed = true;
            while (_users > 0)
            {
                Monitor.Wait(_lock);
            }

            return true;
        }
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_closed)
            {
                throw new OutsideFault("The Kafka client is closed.", "It is made anew by itself.", retry: true);
            }

            _users++;
        }
    }

    private void Exit()
    {
        lock (_lock)
        {
            _users--;
            Monitor.PulseAll(_lock);
        }
    }
}
