using System.Text;

namespace Triggers.Language.Syntax;

/// <summary>
/// Writes a syntax tree as text in its normal form: one blank around operators, no needless brackets, texts in double quotes. Parsing the text gives the same tree.
/// </summary>
public static class Printer
{
    /// <summary>The text of <paramref name="expression"/>.</summary>
    public static string Print(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression, OperatorText.Choice);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Expression expression, int least)
    {
        var bracket = Precedence(expression) < least;
        text.Append(bracket ? "(" : "");
        WriteBare(text, expression);
        text.Append(bracket ? ")" : "");
    }

    private static int Precedence(Expression expression) => expression switch
    {
        ConditionalExpression => OperatorText.Choice,
        LogicalExpression logical => logical.Operator == LogicalOperator.Or ? OperatorText.Or : OperatorText.And,
        BinaryExpression binary => OperatorText.Precedence(binary.Operator),
        UnaryExpression => OperatorText.Prefix,
        _ => OperatorText.Member,
    };

    private static void WriteBare(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                LiteralText.Write(text, literal);
                break;
            case NameExpression name:
                text.Append(name.IsRooted ? "." : "").Append(name.Name);
                break;
            case SelectExpression select:
                Write(text, select.Operand, OperatorText.Member);
                text.Append('.').Append(Field(select.Field));
                break;
            case IndexExpression index:
                Write(text, index.Operand, OperatorText.Member);
                text.Append('[');
                Write(text, index.Index, OperatorText.Choice);
                text.Append(']');
                break;
            case UnaryExpression unary:
                WriteUnary(text, unary);
                break;
            case BinaryExpression binary:
                var precedence = OperatorText.Precedence(binary.Operator);
                Write(text, binary.Left, precedence);
                text.Append(' ').Append(OperatorText.Symbol(binary.Operator)).Append(' ');
                Write(text, binary.Right, precedence + 1);
                break;
            case LogicalExpression logical:
                WriteList(text, logical.Operands, $" {OperatorText.Symbol(logical.Operator)} ", Precedence(logical) + 1);
                break;
            case ConditionalExpression conditional:
                Write(text, conditional.Condition, OperatorText.Or);
                text.Append(" ? ");
                Write(text, conditional.WhenTrue, OperatorText.Or);
                text.Append(" : ");
                Write(text, conditional.WhenFalse, OperatorText.Choice);
                break;
            default:
                WriteBracketed(text, expression);
                break;
        }
    }

    private static void WriteBracketed(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case HasExpression has:
                text.Append("has(");
                Write(text, has.Field, OperatorText.Choice);
                text.Append(')');
                break;
            case CallExpression call:
                WriteTarget(text, call.Target);
                text.Append(call.Function).Append('(');
                WriteList(text, call.Arguments, ", ", OperatorText.Choice);
                text.Append(')');
                break;
            case MacroExpression macro:
                WriteMacro(text, macro);
                break;
            case ListExpression list:
                text.Append('[');
                WriteList(text, list.Elements, ", ", OperatorText.Choice);
                text.Append(']');
                break;
            case MapExpression map:
                WriteMap(text, map);
                break;
            case RecordExpression record:
                WriteRecord(text, record);
                break;
            default:
                throw new InvalidOperationException($"Unknown node {expression.GetType().Name}.");
        }
    }

    private static void WriteUnary(StringBuilder text, UnaryExpression unary)
    {
        text.Append(OperatorText.Symbol(unary.Operator));
        var place = text.Length;
        Write(text, unary.Operand, OperatorText.Prefix);

        // A minus before digits would be read as the sign of the number.
        if (unary.Operator == UnaryOperator.Negate && (char.IsAsciiDigit(text[place]) || (text[place] == '.' && char.IsAsciiDigit(text[place + 1]))))
        {
            text.Insert(place, '(').Append(')');
        }
    }

    private static void WriteTarget(StringBuilder text, Expression? target)
    {
        if (target is not null)
        {
            Write(text, target, OperatorText.Member);
            text.Append('.');
        }
    }

    private static void WriteMacro(StringBuilder text, MacroExpression macro)
    {
        WriteTarget(text, macro.Range);
        text.Append(OperatorText.Name(macro.Kind)).Append('(').Append(macro.Variable);
        foreach (var argument in new[] { macro.Condition, macro.Result })
        {
            if (argument is not null)
            {
                text.Append(", ");
                Write(text, argument, OperatorText.Choice);
            }
        }

        text.Append(')');
    }

    private static void WriteMap(StringBuilder text, MapExpression map)
    {
        text.Append('{');
        for (var i = 0; i < map.Entries.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Write(text, map.Entries[i].Key, OperatorText.Choice);
            text.Append(": ");
            Write(text, map.Entries[i].Value, OperatorText.Choice);
        }

        text.Append('}');
    }

    private static void WriteRecord(StringBuilder text, RecordExpression record)
    {
        text.Append(record.TypeName).Append('{');
        for (var i = 0; i < record.Fields.Count; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(Field(record.Fields[i].Field)).Append(": ");
            Write(text, record.Fields[i].Value, OperatorText.Choice);
        }

        text.Append('}');
    }

    private static void WriteList(StringBuilder text, Sequence<Expression> elements, string separator, int least)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            Write(text, elements[i], least);
        }
    }

    private static string Field(string name) => Lexer.IsPlainName(name) ? name : $"`{name}`";
}
