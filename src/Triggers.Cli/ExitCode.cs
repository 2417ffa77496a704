namespace Triggers.Cli;

/// <summary>What the process says when it ends.</summary>
public static class ExitCode
{
    /// <summary>Done as asked.</summary>
    public const int Done = 0;

    /// <summary>Done, and the answer is no: tests failed, or files are not as they should be.</summary>
    public const int Failed = 1;

    /// <summary>Not done: something given is wrong or missing; the error says what, and what to do.</summary>
    public const int Refused = 2;

    /// <summary>Not done: a defect of this program (EX_SOFTWARE of sysexits).</summary>
    public const int Defect = 70;

    /// <summary>Stopped with Ctrl+C.</summary>
    public const int Stopped = 130;
}
