using System.Reflection;

namespace CollectiveImpact.GrpcApi.Tests.Completeness;

/// <summary>Writes members the way grpc-api-members.txt does.</summary>
internal static class MemberNames
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Every member of an assembly that another assembly can reach.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from line in type.GetMembers(All).Select(Signature).OfType<string>()
        select $"{type.FullName} :: {line}";

    private static string? Signature(MemberInfo member) => member switch
    {
        MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly =>
            $"{Name(Returned(method))} {method.Name}({Parameters(method)})",
        FieldInfo { IsPublic: true } field => $"field {Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static Type Returned(MethodBase method) => method is MethodInfo info ? info.ReturnType : typeof(void);

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    private static string Name(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => $"!!{type.GenericParameterPosition}",
        { IsGenericParameter: true } => $"!{type.GenericParameterPosition}",
        { IsSZArray: true } => $"{Name(type.GetElementType()!)}[]",
        { IsGenericType: true } =>
            $"{type.GetGenericTypeDefinition().FullName}<{string.Join(',', type.GetGenericArguments().Select(Name))}>",
        _ when type == typeof(object) || type == typeof(string) || type == typeof(void) || type == typeof(nint)
            || type.IsPrimitive => type.Name,
        _ => type.FullName!,
    };
}
