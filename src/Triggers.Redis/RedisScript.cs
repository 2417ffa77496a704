using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Triggers.Redis;

/// <summary>An embedded script, called by its hash; sent in full when the server does not know it. A server that answers NOSCRIPT has run nothing, so sending again is safe.</summary>
internal sealed class RedisScript
{
    private readonly string _text;
    private readonly byte[] _hash;

    private RedisScript(string name)
    {
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The script {name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _text = reader.ReadToEnd();
        _hash = HashOf(_text);
    }

    public static RedisScript Claim { get; } = new("claim.lua");

    public static RedisScript Store { get; } = new("store.lua");

    public static RedisScript Copy { get; } = new("copy.lua");

    public static RedisScript Reset { get; } = new("reset.lua");

    public static RedisScript Finish { get; } = new("finish.lua");

    public static RedisScript Timers { get; } = new("timers.lua");

    public async Task<RedisResult> RunAsync(IDatabase database, RedisKey[] keys, RedisValue[] values)
    {
        try
        {
            return await database.ScriptEvaluateAsync(_hash, keys, values, CommandFlags.DemandMaster).ConfigureAwait(false);
        }
        catch (RedisServerException unknown) when (unknown.Kind == RedisErrorKind.NoScript)
        {
            return await database.ScriptEvaluateAsync(_text, keys, values, CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Redis names scripts by their SHA-1.")]
    private static byte[] HashOf(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
}
