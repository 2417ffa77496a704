using System.Security.Cryptography;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Rulesets;

/// <summary>
/// Bundles → rules. Its rulesets are for one folding thread, since they reuse their buffers; the cache itself is thread-safe, so that they can be prepared beside that thread.
/// It holds no rules: who works by them does, and rules that nobody holds are gone.
/// </summary>
/// <param name="plans">Compiles; shared with the caches of other threads.</param>
public sealed class RulesetCache(PlanCompiler plans)
{
    private readonly SharedWork<Ruleset> _rulesets = new();

    /// <summary>A cache with a compiler of its own.</summary>
    public RulesetCache()
        : this(new PlanCompiler())
    {
    }

    /// <summary>
    /// Makes rules from the body of a rules record or from the rules topic, engine and all, on another thread; costs this one a copy of the bundle. Fails with
    /// <see cref="OutsideFault"/> as <see cref="Resolve"/> does.
    /// </summary>
    public Task<Ruleset> PrepareAsync(ReadOnlyMemory<byte> bundle)
    {
        var own = bundle.ToArray();
        return Task.Run(() => MakeAsync(HashOf(own), own));
    }

    /// <summary>The same at once: compiled on this thread unless they are at hand.</summary>
    /// <exception cref="OutsideFault">This build cannot read them: written by a newer one, or damaged.</exception>
    public Ruleset Resolve(ReadOnlyMemory<byte> bundle)
    {
        var hash = HashOf(bundle.Span);
        return _rulesets.Find(hash) ?? _rulesets.Add(hash, new(PlanCompiler.Compile(bundle)));
    }

    private Task<Ruleset> MakeAsync(string hash, byte[] bundle) =>
        _rulesets.Begin(hash, async () => new(await plans.CompileAsync(hash, bundle).ConfigureAwait(false)));

    private static string HashOf(ReadOnlySpan<byte> bundle) => Convert.ToHexString(SHA256.HashData(bundle));
}
