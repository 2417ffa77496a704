namespace Triggers.Load.Table;

/// <summary>One row of the table: something of ours held against something else in the same run.</summary>
internal interface IRatio
{
    /// <summary>Number of the target, for instance <c>T2</c>; with a word behind it where a target has several rows.</summary>
    string Id { get; }

    /// <summary>What is divided by what, in a few words.</summary>
    string What { get; }

    /// <summary>What is aimed at.</summary>
    RatioTarget Target { get; }

    /// <summary>Takes its rounds, a few seconds, and gives the figure.</summary>
    RatioResult Measure();
}
