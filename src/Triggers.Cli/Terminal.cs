using Spectre.Console;

namespace Triggers.Cli;

/// <summary>Where a command writes: results to <see cref="Out"/>, errors and progress to <see cref="Error"/>. Tests give their own.</summary>
/// <param name="Out">Results, for people or for another program.</param>
/// <param name="Error">Errors.</param>
/// <param name="ShowsProgress">True when a person watches <paramref name="Error"/>.</param>
/// <param name="ShowsColour">True when a person watches <paramref name="Out"/>.</param>
/// <param name="Width">Columns of tables.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool ShowsProgress, bool ShowsColour, int Width)
{
    private const int WidthOfPipes = 120;

    /// <summary>What a command reads when it reads the standard input.</summary>
    public Func<TextReader> In { get; init; } = () => TextReader.Null;

    /// <summary>Measures elapsed time; decides nothing.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The standard streams; no colours and no progress where they go into a pipe or a file.</summary>
    public static Terminal OfProcess() => new(
        Writer(Console.OpenStandardOutput()),
        Writer(Console.OpenStandardError()),
        !Console.IsErrorRedirected,
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null,
        Console.IsOutputRedirected ? WidthOfPipes : Math.Max(60, Console.WindowWidth))
    {
        In = () => Console.In,
    };

    /// <summary>One line on <see cref="Out"/>, never wrapped.</summary>
    public void Say(string line = "") => Out.Write(line + "\n");

    /// <summary>A table on <see cref="Out"/>, without the blanks that would fill its lines.</summary>
    public void Show(Table table)
    {
        using var lines = new StringWriter();
        Open(ShowsColour ? Out : lines, ShowsColour).Write(table);
        foreach (var line in lines.ToString().Split('\n').SkipLast(1))
        {
            Say(line.TrimEnd());
        }
    }

    /// <summary>Progress on <see cref="Error"/>.</summary>
    public IAnsiConsole Watched() => Open(Error, ShowsProgress);

    /// <summary>As <see cref="Console.Out"/>, which would first set up the keyboard, signals and colours of a terminal.</summary>
    private static TextWriter Writer(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, Console.OutputEncoding) { AutoFlush = true });

    private IAnsiConsole Open(TextWriter writer, bool live)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = live ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = live ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
