using System.Reflection;

namespace Triggers.HouseRules.Rules;

/// <summary>What a project shows to others is its own or the platform's.</summary>
internal static class SurfaceRules
{
    private const BindingFlags Shown = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>No public member of these types has a vendor's type in its signature.</summary>
    public static IEnumerable<string> Check(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(Shown)
        from used in Used(member).SelectMany(Parts).Distinct()
        where !IsOurs(used)
        orderby type.FullName, member.Name, used.FullName
        select $"{type.FullName}.{member.Name}: shows {used.FullName}; a vendor's types stay inside the project that speaks to him";

    private static IEnumerable<Type> Used(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        EventInfo shown => [shown.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith("Triggers.", StringComparison.Ordinal) || name.StartsWith("System.", StringComparison.Ordinal) || name == "NodaTime");
}
