namespace Triggers.Tests.Language.Conformance;

/// <summary>The claimed tests that do not pass, each with its reason. A test listed here that passes fails the run as well, so that the table stays true.</summary>
internal static class ConformanceExceptions
{
    private const string DeclaredFunctions = "declares a function of its own for the test; rules cannot declare functions";

    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["type_deduction/functions/function_result_type"] = DeclaredFunctions,
        ["type_deduction/type_parameters/multiple_parameters_parameterized_ovl"] = DeclaredFunctions,
        ["type_deduction/type_parameters/multiple_parameters_parameterized_ovl_2"] = DeclaredFunctions,
    };
}
