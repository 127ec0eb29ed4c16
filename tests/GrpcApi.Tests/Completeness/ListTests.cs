namespace CollectiveImpact.GrpcApi.Tests.Completeness;

/// <summary>
/// What the packages at version 2.85.0 were seen to need is there, whichever version is referenced. A line of
/// grpc-api-members.txt is one member; a tilde marks those of Grpc.Net.Common.
/// </summary>
public sealed class ListTests
{
    [Fact]
    public void Every_member_on_the_list_is_there()
    {
        var declared = MemberNames.Of(Assemblies.Core)
            .Concat(MemberNames.Of(Assemblies.NetCommon).Select(line => $"~{line}"))
            .ToHashSet();
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "grpc-api-members.txt"));

        Assert.NotEmpty(listed);
        Expect.None(listed.Where(line => !declared.Contains(line)));
    }

    [Fact]
    public void Both_assemblies_have_the_identity_the_packages_ask_for()
    {
        var key = Assemblies.Client.GetName().GetPublicKeyToken();

        Assert.All([Assemblies.Core, Assemblies.NetCommon], assembly =>
        {
            Assert.Equal(new Version(2, 0, 0, 0), assembly.GetName().Version);
            Assert.Equal(key, assembly.GetName().GetPublicKeyToken());
        });
    }
}
