using System.Globalization;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Checking;

/// <summary>What can be wrong with the meaning of an expression: one method a mistake, codes TR0220..TR0239.</summary>
internal sealed class CheckMistakes(EmbeddedText text, DiagnosticBag diagnostics)
{
    private const int MostSignatures = 4;

    public void UnknownVariable(NameExpression name, IReadOnlyCollection<string> known, string? holder) => Report(
        "TR0220", name, $"`{name.Name}` is not known here.", holder is null ? VariableRemedy(name.Name, known) : $"Did you mean `{holder}.{name.Name}`?");

    public void UnknownField(SelectExpression select, RecordType record) => Report(
        "TR0221", select.FieldStart, select.Field.Length, $"`{record.Name}` has no field `{select.Field}`.",
        NearestName.Remedy(select.Field, [.. record.Fields.Select(f => f.Name)], "It has no fields."));

    public void NoFields(SelectExpression select, DataType type) => Report(
        "TR0222", select.FieldStart, select.Field.Length, $"`{Shown(select.Operand)}` is {A(type)} and has no field `{select.Field}`.", type.Kind switch
        {
            DataTypeKind.List => $"Ask about its elements, for instance {Shown(select.Operand)}.exists(item, item.{select.Field} == ...).",
            DataTypeKind.Money => $"Compare it with a number: {Shown(select.Operand)} >= 50; its currency is currency({Shown(select.Operand)}).",
            _ => $"Use `{Shown(select.Operand)}` alone.",
        });

    public void UnknownFunction(CallExpression call) => Report(
        "TR0223", call.FunctionStart, call.Function.Length, $"There is no function `{call.Function}`.", NearestFunction(call.Function));

    public void WrongMacroForm(CallExpression call) => Report(
        "TR0239", call, $"`{call.Function}` is not used like this.", call.Function switch
        {
            "has" => "Write has(event.coupon), with the field in the brackets.",
            "map" => "Write for instance event.items.map(item, item.price).",
            _ => $"Write for instance event.items.{call.Function}(item, item.price > 10).",
        });

    public void WrongCallForm(CallExpression call, Function function) => Report(
        "TR0224", call, $"`{call.Function}` is not used like this.", $"Write {Signatures(function.Overloads, function.Name)}.");

    public void WrongArguments(CallExpression call, Function function, IReadOnlyList<DataType> types) => Report(
        "TR0225", call, $"`{call.Function}` does not work with {Types(types)}.",
        $"It works as {Signatures([.. function.Overloads.Where(o => o.Parameters.Length == types.Count)], function.Name)}.");

    public void WrongOperands(BinaryExpression binary, DataType left, DataType right) => Report(
        "TR0226", binary, $"`{OperatorText.Symbol(binary.Operator)}` does not work between {A(left)} and {A(right)}.", OperandRemedy.For(binary, left, right));

    public void WrongOperand(UnaryExpression unary, DataType operand) => Report(
        "TR0227", unary, $"`-` does not work with {A(operand)}.", "Put it before a number, money or a duration.");

    public void NotACondition(Expression expression, DataType type) => Report(
        "TR0228", expression, $"`{Shown(expression)}` is {A(type)}, not a condition.", ConditionRemedy(expression, type));

    public void WrongResult(Expression expression, DataType type, DataType expected) => Report(
        "TR0229", expression, $"This gives {A(type)}, but {A(expected)} is needed here.", $"Write an expression that gives {A(expected)}.");

    public void DifferentBranches(ConditionalExpression choice, DataType whenTrue, DataType whenFalse) => Report(
        "TR0230", choice, $"The two results of `? :` are {A(whenTrue)} and {A(whenFalse)}.", "Give both the same type.");

    public void NotAList(MacroExpression macro, DataType type) => Report(
        "TR0231", macro.Range, $"`{OperatorText.Name(macro.Kind)}` goes through a list, and `{Shown(macro.Range)}` is {A(type)}.",
        "Put a field that is a list before the dot.");

    public void NoRecords(RecordExpression record) => Report(
        "TR0232", record, $"A condition cannot create a `{record.TypeName}`.", "Compare the fields one by one.");

    public void WrongIndex(IndexExpression index, DataType operand, DataType type) => Report(
        "TR0233", index.Index, $"{Capital(A(operand))} cannot be read with {A(type)} in brackets.", operand.Kind switch
        {
            DataTypeKind.List => "Use a position from 0: event.items[0].",
            DataTypeKind.Map => $"Use {A(operand.Key!)} as key.",
            _ => "Only lists and maps are read with brackets.",
        });

    public void WrongKey(Expression key, DataType type) => Report(
        "TR0234", key, $"The key of a map cannot be {A(type)}.", "Use a text, a whole number or true and false.");

    public void InvalidPattern(Expression pattern, string reason) => Report(
        "TR0235", pattern, $"The regular expression cannot be used: {reason}.", "Use letters, [sets], (a|b), . * + ? {1,3} ^ and $; nothing looks ahead or back.");

    public void UnknownZone(Expression zone, string name) => Report(
        "TR0236", zone, $"There is no time zone `{name}`.", NearestName.Find(name, NodaTime.DateTimeZoneProviders.Tzdb.Ids) is { } nearest
            ? $"Did you mean `{nearest}`?"
            : "Use a name such as \"Europe/Berlin\" or an offset such as \"+02:00\".");

    public void InvalidTime(Expression literal, string written, DataType type) => Report(
        "TR0237", literal, $"\"{written}\" is not {A(type)}.", type.Kind == DataTypeKind.Duration
            ? "Write hours, minutes and seconds: \"1h30m\", \"90s\"; 7 days are \"168h\"."
            : "Write date, time and zone: \"2026-11-27T00:00:00Z\" or \"2026-11-27T00:00:00+01:00\".");

    public void TooCostly(Expression expression, long cost, int allowed) => Report(
        "TR0238", expression, $"Evaluating this may take {cost.ToString("N0", CultureInfo.InvariantCulture)} steps.",
        $"At most {allowed.ToString("N0", CultureInfo.InvariantCulture)} are allowed: put fewer of all, exists, filter and map inside each other.");

    /// <summary>A type with its article, in a marketer's words: <c>a text (string)</c>.</summary>
    internal static string A(DataType type) => type.Kind switch
    {
        DataTypeKind.Bool => "a condition (bool)",
        DataTypeKind.Int => "a whole number (int)",
        DataTypeKind.UInt => "a whole number without sign (uint)",
        DataTypeKind.Double => "a decimal number (double)",
        DataTypeKind.String => "a text (string)",
        DataTypeKind.Bytes => "bytes",
        DataTypeKind.Timestamp => "a point in time (timestamp)",
        DataTypeKind.Duration => "a duration",
        DataTypeKind.Money => "money",
        DataTypeKind.List => type.Element!.Kind is DataTypeKind.Dyn or DataTypeKind.Parameter ? "a list" : $"a list of {type.Element}",
        DataTypeKind.Map => "a map",
        DataTypeKind.Null => "null",
        DataTypeKind.Type => "a type",
        DataTypeKind.Record => $"a record ({type})",
        _ => "a value of any type",
    };

    internal static string Shown(Expression expression) => expression.Height > 4 ? "this" : expression.ToString();

    private static string VariableRemedy(string name, IReadOnlyCollection<string> known) => known.Count > 0 && NearestName.Find(name, known) is null
        ? $"Use {NearestName.OneOf(known)}; if a text is meant, put it in quotes: \"{name}\"."
        : NearestName.Remedy(name, known, "No variables can be used here.");

    private static string NearestFunction(string name)
    {
        string[] known = [.. StandardFunctions.Names, "has", "all", "exists", "exists_one", "filter", "map"];
        return NearestName.Find(name, known) is { } nearest
            ? $"Did you mean `{nearest}`?"
            : "Use size, contains, startsWith, endsWith, matches, has, all, exists, filter, map or one of the functions in the language reference.";
    }

    private static string ConditionRemedy(Expression expression, DataType type) => type.Kind switch
    {
        DataTypeKind.Money or DataTypeKind.Int or DataTypeKind.UInt or DataTypeKind.Double => $"Compare it, for instance {Operand(expression)} > 0.",
        DataTypeKind.String => $"Compare it, for instance {Operand(expression)} == \"red\".",
        DataTypeKind.List or DataTypeKind.Map => $"Ask about it, for instance size({Operand(expression)}) > 0.",
        _ => "Write a comparison, which is true or false.",
    };

    /// <summary>The expression as it must stand before an operator.</summary>
    private static string Operand(Expression expression) =>
        expression is BinaryExpression or LogicalExpression or ConditionalExpression or UnaryExpression ? $"({Shown(expression)})" : Shown(expression);

    private static string Signatures(IReadOnlyList<Overload> overloads, string name)
    {
        var shown = overloads.Take(MostSignatures).Select(o => o.Describe(name));
        return string.Join(" or ", shown) + (overloads.Count > MostSignatures ? " and others" : "");
    }

    private static string Types(IReadOnlyList<DataType> types) => types.Count == 0 ? "nothing" : string.Join(" and ", types.Select(A));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private void Report(string code, Expression at, string message, string remedy) => Report(code, at.Start, at.Length, message, remedy);

    private void Report(string code, int start, int length, string message, string remedy) =>
        diagnostics.Error(code, text.Span(start, length), message, remedy);
}
