using Triggers.Redis;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Tests.Redis;

public sealed class RedisOptionsTests
{
    [Fact]
    public void Defaults_are_valid() => Assert.Empty(new RedisOptions().Faults());

    [Fact]
    public void Every_fault_is_named_at_once_with_the_value_and_what_is_allowed()
    {
        var options = new RedisOptions
        {
            Endpoints = ["redis-1", "redis-2:0", "redis 3:6379", "redis-4:6379", "[::1]:6379"],
            User = "worker",
            TlsHost = "redis.example",
            Database = 1024,
            KeyPrefix = "a b",
            CallTimeout = TimeSpan.FromMilliseconds(50),
            ConnectTimeout = TimeSpan.FromMinutes(2),
        };
        var fault = Assert.Throws<OutsideFault>(options.Validate);
        Assert.Equal(
            """
            The options for Redis are not valid:
              - endpoints has 'redis-1'; an endpoint is host:port with a port from 1 to 65535, for example redis-1:6379.
              - endpoints has 'redis-2:0'; an endpoint is host:port with a port from 1 to 65535, for example redis-1:6379.
              - endpoints has 'redis 3:6379'; an endpoint is host:port with a port from 1 to 65535, for example redis-1:6379.
              - tlsHost is 'redis.example' but tls is false; set tls: true or leave tlsHost out.
              - user is 'worker' but there is no password; give both or neither.
              - database is 1024; allowed are 0 to 1023.
              - keyPrefix is 'a b'; allowed are 1 to 64 letters, digits, dots, dashes and underscores.
              - callTimeout is 50 ms; allowed are 100 ms to 60 s.
              - connectTimeout is 120000 ms; allowed are 100 ms to 60 s.
            """,
            fault.Message);
        Assert.Equal("Correct them in the configuration.", fault.Remedy);
    }

    [Fact]
    public void Empty_texts_and_no_endpoint_are_faults()
    {
        Assert.Equal(
        [
            "endpoints is empty; give at least one host:port, for example 127.0.0.1:6379.",
            "user is empty; leave it out or give a value.",
            "password is empty; leave it out or give a value.",
            "tlsHost is empty; leave it out or give a value.",
            "keyPrefix is ''; allowed are 1 to 64 letters, digits, dots, dashes and underscores.",
        ],
            new RedisOptions { Endpoints = [], User = "", Password = "", Tls = true, TlsHost = "", KeyPrefix = "" }.Faults());
    }

    [Fact]
    public void The_text_of_the_options_never_shows_the_password() => Assert.Equal(
        "Redis at a:1, b:2, database 3, key prefix 'triggers'",
        new RedisOptions { Endpoints = ["a:1", "b:2"], User = "worker", Password = "secret", Database = 3 }.ToString());
}
