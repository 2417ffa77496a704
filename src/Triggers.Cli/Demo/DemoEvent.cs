namespace Triggers.Cli.Demo;

/// <summary>One line of one of the demo's event files.</summary>
/// <param name="WrittenAt">When the line was written, milliseconds since 1970: the order of the file.</param>
/// <param name="Topic">Which file.</param>
/// <param name="Line">The line without line end.</param>
internal sealed record DemoEvent(long WrittenAt, string Topic, string Line);
