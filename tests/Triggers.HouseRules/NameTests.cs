using Triggers.HouseRules.Rules;
using Xunit;

namespace Triggers.HouseRules;

public sealed class NameTests
{
    [Fact]
    public void No_name_fits_any_thing() => House.Keeps(NameRules.EmptyWord, filesAtLeast: 190);

    [Fact]
    public void Names_that_fit_any_thing_are_found() => House.Finds(
        NameRules.EmptyWord,
        "src/Triggers.Common/StateManager.cs",
        """
        class StateManager
        {
            int _commonest, _cacheUtil;
            void OnEventHandler(HttpMessageHandler used) { }
        }
        """,
        "1: the path has 'Common', which fits any thing; say what it is",
        "1: the path has 'Manager', which fits any thing; say what it is",
        "1: StateManager has 'Manager', which fits any thing; say what it is",
        "3: _cacheUtil has 'Util', which fits any thing; say what it is",
        "4: OnEventHandler has 'Handler', which fits any thing; say what it is");

    [Fact]
    public void A_test_is_named_by_a_sentence() => House.Keeps(NameRules.Sentence, filesAtLeast: 20);

    [Fact]
    public void Tests_named_otherwise_are_found() => House.Finds(
        NameRules.Sentence,
        "tests/Triggers.Tests/CapTests.cs",
        """
        class CapTests
        {
            [Fact] public void Cap_reached_inside_the_window_suppresses_the_offer() { }
            [Fact] public void TestCap() { }
            [Theory, InlineData(1)] public void Cap_works(int n) { }
            [SharedDataFact("x")] public void cap_reached_twice() { }
            public void Helper() { }
        }
        """,
        "4: TestCap: a test's name is a sentence of three words or more with underscores",
        "5: Cap_works: a test's name is a sentence of three words or more with underscores",
        "6: cap_reached_twice: a test's name is a sentence of three words or more with underscores");
}
