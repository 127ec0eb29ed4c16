using System.Reflection;

namespace CollectiveImpact.GrpcApi.Tests.Completeness;

/// <summary>
/// What the packages at hand refer to is there. The runtime itself resolves each reference, as it would at the
/// first call.
/// </summary>
public sealed class PackageTests
{
    public static TheoryData<string> Consumers =>
        new(Assemblies.Client.GetName().Name!, Assemblies.Server.GetName().Name!);

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_member_a_package_refers_to_is_there_and_within_its_reach(string consumer)
    {
        var assembly = Assembly.Load(consumer);
        using var references = new PackageReferences(assembly);
        var members = references.Members.ToList();

        Assert.True(members.Count > 40, $"only {members.Count} references were found: is the reading wrong?");
        Expect.None(members.Select(member => Problem(assembly, member)).OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_type_a_package_refers_to_is_there_and_public(string consumer)
    {
        var assembly = Assembly.Load(consumer);
        using var references = new PackageReferences(assembly);
        var types = references.Types.ToList();

        Assert.True(types.Count > 20, $"only {types.Count} references were found: is the reading wrong?");
        Expect.None(types.Select(type => Problem(assembly, type)).OfType<string>());
    }

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_type_of_a_package_loads_with_all_its_bases_and_interfaces_satisfied(string consumer) =>
        Assert.NotEmpty(Assembly.Load(consumer).GetTypes());

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_override_in_a_package_overrides_something(string consumer)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        var astray =
            from type in Assembly.Load(consumer).GetTypes()
            from method in type.GetMethods(own)
            where method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot)
            where method.GetBaseDefinition() == method
            select $"{type}: {method}";

        Expect.None(astray);
    }

    private static string? Problem(Assembly consumer, (int Token, string Name) reference)
    {
        // Any reference type will do for the parameters of generic types: only their number counts here.
        Type[] arguments = [.. Enumerable.Repeat(typeof(object), 8)];
        try
        {
            var member = consumer.ManifestModule.ResolveMember(reference.Token, arguments, arguments);
            return WithinReach(member) ? null : $"{reference.Name}: not public or protected";
        }
        catch (Exception missing) when (missing is TypeLoadException or MissingMemberException)
        {
            return $"{reference.Name}: {missing.Message}";
        }
    }

    private static bool WithinReach(MemberInfo? member) => member switch
    {
        Type type => type.IsVisible,
        MethodBase method => method.DeclaringType!.IsVisible
            && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
        FieldInfo field => field.DeclaringType!.IsVisible && field.IsPublic,
        _ => false,
    };
}
