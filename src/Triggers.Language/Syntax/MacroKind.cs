namespace Triggers.Language.Syntax;

/// <summary>The macros that go through a list or the keys of a map.</summary>
public enum MacroKind
{
    /// <summary><c>list.all(x, condition)</c>: holds for every element.</summary>
    All,

    /// <summary><c>list.exists(x, condition)</c>: holds for at least one.</summary>
    Exists,

    /// <summary><c>list.exists_one(x, condition)</c>: holds for exactly one.</summary>
    ExistsOne,

    /// <summary><c>list.filter(x, condition)</c>: the elements for which it holds.</summary>
    Filter,

    /// <summary><c>list.map(x, value)</c> or <c>list.map(x, condition, value)</c>: a list of values.</summary>
    Map,
}
