using Triggers.Cli;

if (args is not ["serve", ..])
{
    ProcessMemory.CollectSeldom();
}

return CommandLine.Run(args, Terminal.OfProcess());
