using System.Globalization;
using System.Text;
using Confluent.Kafka;

namespace Triggers.Servers.Serving;

/// <summary>Customers who fill carts, order, and install the app, until told to stop. Some records are no events, some come twice.</summary>
internal sealed class CartFeed : IDisposable
{
    private const int Customers = 400;
    private const int PerBurst = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly IProducer<string, byte[]> _producer;
    private readonly string _topic;
    private readonly Thread _thread;

    internal CartFeed(LiveInstallation live)
    {
        _producer = live.OpenProducer();
        _topic = live.Source;
        _thread = new Thread(Run) { Name = "feed" };
        _thread.Start();
    }

    /// <summary>Records produced.</summary>
    internal long Produced { get; private set; }

    /// <summary>Records that are no events.</summary>
    internal long Broken { get; private set; }

    /// <summary>Stops; everything is acknowledged.</summary>
    internal void Stop()
    {
        _stop.Cancel();
        _thread.Join();
        _producer.Flush(CancellationToken.None);
    }

    public void Dispose()
    {
        Stop();
        _producer.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        var random = new Random(42);
        while (!_stop.IsCancellationRequested)
        {
            for (var i = 0; i < PerBurst; i++)
            {
                var customer = $"u{random.Next(Customers)}";
                _producer.Produce(_topic, new() { Key = customer, Value = Encoding.UTF8.GetBytes(Record(random, customer)) });
                Produced++;
            }

            Thread.Sleep(Pause);
        }
    }

    private string Record(Random random, string customer)
    {
        var number = Produced - (random.Next(25) == 0 ? 1 : 0);
        var head = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"e{number}\",\"customer\":\"{customer}\",\"time\":{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}");
        switch (random.Next(10))
        {
            case 0:
                Broken++;
                return random.Next(2) == 0 ? "{\"id\":" : head + ",\"type\":\"cart.melted\"}";
            case 1:
                return head + $",\"type\":\"app.installed\",\"token\":\"t-{customer}\"}}";
            case 2 or 3 or 4:
                return head + ",\"type\":\"order.placed\",\"cart\":\"k\"}";
            default:
                return head + string.Create(CultureInfo.InvariantCulture, $",\"type\":\"cart.updated\",\"cart\":\"k{random.Next(3)}\",\"value\":{random.Next(100)}}}");
        }
    }
}
