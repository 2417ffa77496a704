using System.Diagnostics;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Contracts;

/// <summary>The AsyncAPI document against the public validator of the AsyncAPI initiative, installed into a temporary folder.</summary>
public sealed class AsyncApiTests
{
    private const string Parser = "@asyncapi/parser@3.6.6";

    /// <summary>Prints every finding, warnings too; exit code 0 when there is none.</summary>
    private const string Check =
        """
        import { Parser, fromFile } from '@asyncapi/parser';
        const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
        for (const found of diagnostics) console.log(`${found.path?.join('.')}: ${found.message}`);
        process.exit(document && diagnostics.length === 0 ? 0 : 1);
        """;

    [NodeFact(Parser)]
    public async Task The_public_validator_has_nothing_to_say_about_the_document()
    {
        using var folder = await Installed();

        Assert.Equal((0, ""), await Run(folder, "node", "check.mjs", Repository.PathOf("docs", "contracts", "asyncapi.yaml")));
    }

    [NodeFact(Parser)]
    public async Task The_public_validator_finds_a_planted_mistake()
    {
        using var folder = await Installed();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("docs", "contracts")))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(folder[Path.GetFileName(file)], text.Replace("action: send", "action: shout", StringComparison.Ordinal));
        }

        var (exit, found) = await Run(folder, "node", "check.mjs", folder["asyncapi.yaml"]);

        Assert.Equal(1, exit);
        Assert.Contains("operations.sendMessage.action", found, StringComparison.Ordinal);
    }

    private static async Task<TemporaryFolder> Installed()
    {
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["package.json"], "{ \"private\": true }");
        await File.WriteAllTextAsync(folder["check.mjs"], Check);
        var (exit, output) = await Run(folder, "npm", "install", Parser, "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        Assert.True(exit == 0, output);
        return folder;
    }

    private static async Task<(int Exit, string Output)> Run(TemporaryFolder folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
