using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

/// <summary>Compiles as CEL's specification says: a wrong constant is an error when it is evaluated, not when it is checked.</summary>
internal static class ExpressionCompilerProbe
{
    public static CompiledExpression CompileAsSpecified(string expression)
    {
        var diagnostics = new DiagnosticBag();
        var compiled = ExpressionCompiler.Compile(Sample.Text(expression), Sample.Variables, null, CompileOptions.Specification, diagnostics);
        Assert.Equal("", DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
        return compiled!;
    }
}
