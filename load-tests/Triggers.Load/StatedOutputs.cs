namespace Triggers.Load;

/// <summary>The outputs of a workload as several engines agree on them: what a run is held against.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Events">So many events were folded.</param>
/// <param name="Outputs">Number of outputs.</param>
/// <param name="Sha256">Hash over the sorted outputs, lower-case hexadecimal.</param>
internal sealed record StatedOutputs(string Workload, int Events, int Outputs, string Sha256)
{
    private static readonly StatedOutputs[] All =
    [
        new("cart", 1_000_000, 33_433, "50b06b407942e7fa247401f17fb2c1bf3842dd5897962a31074df45be5a78b46"),
        new("rules-10", 1_000_000, 1_131, "b219df1da7327923ebeefea4a444972a09f40fae60ba97d7766ba1dff8fc1236"),
        new("rules-100", 1_000_000, 2_517, "e59919d63c3e5fc7b3b5687edfced33d01123d60c1e6949b4f2a2ea7a6fc3946"),
    ];

    /// <summary>What is stated for this workload and number of events; null: nothing.</summary>
    internal static StatedOutputs? Find(string workload, int events) => Array.Find(All, stated => stated.Workload == workload && stated.Events == events);
}
