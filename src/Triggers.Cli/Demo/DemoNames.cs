namespace Triggers.Cli.Demo;

/// <summary>Names of the demo's customers.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Anna", "Ben", "Carla", "David", "Emma", "Finn", "Greta", "Hanna", "Ida", "Jonas", "Klara", "Leon", "Mia", "Nina", "Oskar", "Paul", "Rosa", "Simon", "Tilda", "Vera",
    ];

    private static readonly string[] Last =
    [
        "Albrecht", "Bauer", "Conrad", "Dietrich", "Engel", "Fuchs", "Graf", "Hoffmann", "Jansen", "Keller", "Lange", "Meyer", "Neumann", "Richter", "Schmidt", "Vogel",
    ];

    /// <summary>Too long for what a telephone shows at the top of its screen.</summary>
    private static readonly string[] Long =
    [
        "Maximiliane-Sophie von Hohenstein-Waldburg", "Prof. Dr. Karl-Theodor Meyer-Landrut",
    ];

    private static readonly string[] Chinese = ["王芳", "李伟", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周杰", "吴婷"];

    /// <summary>A name; one in fifty is a long one.</summary>
    public static string Of(DemoRandom random, bool isFromShanghai) =>
        isFromShanghai ? random.Of(Chinese) : random.Chance(0.02) ? random.Of(Long) : $"{random.Of(First)} {random.Of(Last)}";
}
