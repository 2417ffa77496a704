namespace Triggers.Kafka.Topics;

/// <summary>What happened to one topic.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Created">True: made now. False: it was there and was left as it is.</param>
/// <param name="Partitions">Number of partitions it has now.</param>
public sealed record TopicCreation(string Topic, bool Created, int Partitions);
