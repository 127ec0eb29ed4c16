using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class CredentialsTests
{
    private static readonly CallCredentials Nobody = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

    [Fact]
    public void Composing_takes_two_or_more() =>
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(Nobody));

    [Fact]
    public void A_channel_that_carries_call_credentials_takes_no_more()
    {
        var carrying = ChannelCredentials.Create(ChannelCredentials.SecureSsl, Nobody);

        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(carrying, Nobody));
    }

    [Fact]
    public void The_peer_is_known_by_the_property_named()
    {
        var name = AuthProperty.Create("x509_common_name", "clinic"u8.ToArray());
        var context = new AuthContext(name.Name, new() { [name.Name] = [name] });

        Assert.True(context.IsPeerAuthenticated);
        Assert.Equal("clinic", Assert.Single(context.PeerIdentity).Value);
        Assert.Empty(context.FindPropertiesByName("other"));
    }

    [Fact]
    public void A_peer_without_such_a_property_is_unknown()
    {
        var context = new AuthContext(null, []);

        Assert.False(context.IsPeerAuthenticated);
        Assert.Empty(context.PeerIdentity);
    }
}
