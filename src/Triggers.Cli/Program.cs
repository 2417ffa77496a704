using Triggers.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
