using System.Globalization;
using System.Net;

namespace Triggers.Redis;

/// <summary>The faults of <see cref="RedisOptions"/>, each with the value and what is allowed.</summary>
internal static class RedisOptionsCheck
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static IEnumerable<string> Faults(RedisOptions options)
    {
        if (options.Endpoints.Count == 0)
        {
            yield return "endpoints is empty; give at least one host:port, for example 127.0.0.1:6379.";
        }

        foreach (var endpoint in options.Endpoints.Where(endpoint => !IsAddress(endpoint)))
        {
            yield return $"endpoints has '{endpoint}'; an endpoint is host:port with a port from 1 to 65535, for example redis-1:6379.";
        }

        foreach (var (name, value) in ((string, string?)[])[("user", options.User), ("password", options.Password), ("tlsHost", options.TlsHost)])
        {
            if (value is "")
            {
                yield return $"{name} is empty; leave it out or give a value.";
            }
        }

        if (options.TlsHost is not null && !options.Tls)
        {
            yield return $"tlsHost is '{options.TlsHost}' but tls is false; set tls: true or leave tlsHost out.";
        }

        if (options.User is not null && options.Password is null)
        {
            yield return $"user is '{options.User}' but there is no password; give both or neither.";
        }

        if (options.Database is < 0 or > 1023)
        {
            yield return $"database is {options.Database.ToString(CultureInfo.InvariantCulture)}; allowed are 0 to 1023.";
        }

        if (options.KeyPrefix.Length is < 1 or > 64 || options.KeyPrefix.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            yield return $"keyPrefix is '{options.KeyPrefix}'; allowed are 1 to 64 letters, digits, dots, dashes and underscores.";
        }

        foreach (var (name, value) in ((string, TimeSpan)[])[("callTimeout", options.CallTimeout), ("connectTimeout", options.ConnectTimeout)])
        {
            if (value < Shortest || value > Longest)
            {
                yield return $"{name} is {value.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms; allowed are 100 ms to 60 s.";
            }
        }
    }

    private static bool IsAddress(string endpoint)
    {
        var colon = endpoint.LastIndexOf(':');
        return colon > 0
            && ushort.TryParse(endpoint.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            && (Uri.CheckHostName(endpoint[..colon]) != UriHostNameType.Unknown || IPEndPoint.TryParse(endpoint, out _));
    }
}
