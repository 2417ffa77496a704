using Triggers.HouseRules.Rules;
using Xunit;

namespace Triggers.HouseRules;

public sealed class CodeTests
{
    [Fact]
    public void Nobody_reads_the_clock_of_the_machine() => House.Keeps(CodeRules.Clock, filesAtLeast: 190);

    [Fact]
    public void A_look_at_the_clock_is_found() => House.Finds(
        CodeRules.Clock,
        "src/Triggers.Model/Time/Timestamp.cs",
        """
        class Timestamp
        {
            DateTime _now = System.DateTime.UtcNow; // DateTime.UtcNow in a comment is none
            string _text = "DateTime.Now";
            DateTimeOffset Later => DateTimeOffset.UtcNow.AddDays(1);
        }
        """,
        "3: DateTime.UtcNow reads the machine's clock; take the time from the record, or from a TimeProvider at the edge",
        "5: DateTimeOffset.UtcNow reads the machine's clock; take the time from the record, or from a TimeProvider at the edge");

    [Fact]
    public void Chance_comes_from_seeds() => House.Keeps(CodeRules.Chance, filesAtLeast: 190);

    [Fact]
    public void Chance_without_a_seed_is_found() => House.Finds(
        CodeRules.Chance,
        "tests/Triggers.Tests/DiceTests.cs",
        "class DiceTests { int A = Random.Shared.Next(); Random B = new Random(); Random C = new Random(7); }",
        "1: Random.Shared cannot be repeated; seed a generator of your own",
        "1: new Random() cannot be repeated; give it a seed");

    [Fact]
    public void Nobody_waits_for_time_to_pass() => House.Keeps(CodeRules.Sleep, filesAtLeast: 180);

    [Fact]
    public void A_sleep_is_found() => House.Finds(
        CodeRules.Sleep,
        "tests/Triggers.Tests/NapTests.cs",
        "class NapTests { void A() { Thread.Sleep(5); System.Threading.Tasks.Task.Delay(5); } }",
        "1: Thread.Sleep waits for time to pass; wait for what you need instead",
        "1: Task.Delay waits for time to pass; wait for what you need instead");

    [Fact]
    public void No_thread_is_blocked_on_a_task() => House.Keeps(CodeRules.BlockingWait, filesAtLeast: 150);

    [Fact]
    public void A_blocked_thread_is_found() => House.Finds(
        CodeRules.BlockingWait,
        "src/Triggers.Runtime/Delivery/Stage.cs",
        "class Stage { int A(Task<int> t) { t.Wait(); Monitor.Wait(this); t.GetAwaiter().GetResult(); return t.Result; } }",
        "1: .Wait blocks a thread on a task; await it",
        "1: .GetResult blocks a thread on a task; await it",
        "1: .Result blocks a thread on a task; await it");

    [Fact]
    public void A_result_that_is_no_task_is_left_alone() => House.Finds(
        CodeRules.BlockingWait,
        "src/Triggers.Cli/Commands/EvalCommand.cs",
        "class EvalCommand { string A(Answer answer) => answer.Result; double B(Dice dice) => dice.Wait(3); }");

    [Fact]
    public void Only_the_edge_speaks_to_a_terminal() => House.Keeps(CodeRules.Terminal, filesAtLeast: 150);

    [Fact]
    public void A_word_to_the_terminal_is_found() => House.Finds(
        CodeRules.Terminal,
        "src/Triggers.Engine/CustomerEngine.cs",
        "class CustomerEngine { void A() => Console.WriteLine(1); }",
        "1: Console.WriteLine: only the command line and the host speak to a terminal; give the text back, or take INotices");

    [Fact]
    public void What_is_there_is_finished() => House.Keeps(CodeRules.Stub, filesAtLeast: 190);

    [Fact]
    public void A_stub_is_found() => House.Finds(
        CodeRules.Stub,
        "src/Triggers.Engine/CustomerEngine.cs",
        "class CustomerEngine { int A() => throw new NotImplementedException(); }",
        "1: a stub; finish it, or take the member away");

    [Fact]
    public void Model_Language_and_Engine_are_pure() => House.Keeps(PurityRules.Pure, filesAtLeast: 100);

    [Fact]
    public void Impure_code_in_the_engine_is_found() => House.Finds(
        PurityRules.Pure,
        "src/Triggers.Engine/Rules/Runs.cs",
        """
        class Runs
        {
            private File File { get; } // a property's own type counts, its name does not
            async Task Match() => await Store();
            void Read() { lock (this) { System.IO.File.ReadAllText("x"); } }
            long Span(Source source) => source.File.Length + Stopwatch.GetTimestamp();
        }
        """,
        "4: 'async' in a pure project; this belongs in Runtime or an adapter",
        "4: 'await' in a pure project; this belongs in Runtime or an adapter",
        "5: 'lock' in a pure project; this belongs in Runtime or an adapter",
        "3: File is I/O in a pure project; this belongs in Runtime or an adapter",
        "4: Task is async in a pure project; this belongs in Runtime or an adapter",
        "5: File is I/O in a pure project; this belongs in Runtime or an adapter",
        "6: Stopwatch is the clock in a pure project; this belongs in Runtime or an adapter");
}
