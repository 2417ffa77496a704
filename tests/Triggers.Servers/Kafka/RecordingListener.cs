using Triggers.Runtime.Ports;

namespace Triggers.Servers.Kafka;

/// <summary>Remembers what it heard.</summary>
public sealed class RecordingListener : IAssignmentListener
{
    public SortedSet<int> Mine { get; } = [];

    public List<string> Heard { get; } = [];

    /// <summary>Called inside <see cref="Revoked"/>.</summary>
    public Action<IReadOnlyList<int>> WhenRevoked { get; set; } = _ => { };

    public void Assigned(IReadOnlyList<int> partitions)
    {
        Heard.Add($"assigned {string.Join(' ', partitions)}");
        Mine.UnionWith(partitions);
    }

    public void Revoked(IReadOnlyList<int> partitions)
    {
        Heard.Add($"revoked {string.Join(' ', partitions)}");
        WhenRevoked(partitions);
        Mine.ExceptWith(partitions);
    }

    public void Lost(IReadOnlyList<int> partitions)
    {
        Heard.Add($"lost {string.Join(' ', partitions)}");
        Mine.ExceptWith(partitions);
    }
}
