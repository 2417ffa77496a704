using Triggers.HouseRules.Rules;
using Xunit;

namespace Triggers.HouseRules;

public sealed class ShapeTests
{
    [Fact]
    public void A_file_holds_one_type_of_its_own_name() => House.Keeps(ShapeRules.OneType, filesAtLeast: 190);

    [Fact]
    public void A_second_type_and_a_strange_file_name_are_found() => House.Finds(
        ShapeRules.OneType,
        "src/Triggers.Model/Values/Value.cs",
        """
        namespace Triggers.Model.Values;
        struct Money { class Inner { } }
        delegate int Sum(int a);
        enum Kind { A }
        """,
        "3: Sum is a second type in this file; give it a file of its own",
        "4: Kind is a second type in this file; give it a file of its own",
        "2: Money lies in Value.cs; name the file after the type");

    [Fact]
    public void A_namespace_is_the_path_of_the_folder() => House.Keeps(ShapeRules.Namespace, filesAtLeast: 190);

    [Fact]
    public void A_namespace_of_another_folder_is_found() => House.Finds(
        ShapeRules.Namespace,
        "src/Triggers.Model/Values/Value.cs",
        "namespace Triggers.Model;\nstruct Value { }",
        "1: namespace Triggers.Model in src/Triggers.Model/Values; it should be Triggers.Model.Values");

    [Fact]
    public void A_type_is_whole_in_its_file() => House.Keeps(ShapeRules.Whole, filesAtLeast: 190);

    [Fact]
    public void A_type_in_parts_is_found() => House.Finds(
        ShapeRules.Whole,
        "src/Triggers.Model/Values/Value.cs",
        "partial struct Value { }",
        "1: Value is partial; a type is whole in its file");

    [Fact]
    public void A_file_is_short_enough_to_read_at_one_go() => House.Keeps(SizeRules.File, filesAtLeast: 190);

    [Fact]
    public void A_long_file_is_found() => House.Finds(
        SizeRules.File,
        "src/Triggers.Model/Values/Value.cs",
        new string('\n', 300) + "struct Value { }",
        "1: 301 lines; a file has at most 300: find the second thought in it and give it a file");

    [Fact]
    public void A_method_is_short_enough_to_read_at_one_glance() => House.Keeps(SizeRules.Method, filesAtLeast: 190);

    [Fact]
    public void A_long_method_is_found() => House.Finds(
        SizeRules.Method,
        "src/Triggers.Model/Values/Value.cs",
        "class Value\n{\n    void A()\n    {" + new string('\n', 70) + "    }\n}",
        "3: 72 lines; a method has at most 70: name its parts");

    [Fact]
    public void A_line_fits_on_the_screen() => House.Keeps(SizeRules.Line, filesAtLeast: 190);

    [Fact]
    public void A_long_line_is_found() => House.Finds(
        SizeRules.Line,
        "src/Triggers.Model/Values/Value.cs",
        $"struct {new string('V', 190)} {{ }}\n//{new string('-', 239)}\n//{new string('-', 238)}\nvar a = \"{new string('-', 190)}\";",
        "1: 201 characters; a line has at most 200, with a sentence in it 240",
        "2: 241 characters; a line has at most 200, with a sentence in it 240",
        "4: 201 characters; a line has at most 200, with a sentence in it 240");
}
