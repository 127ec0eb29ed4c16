using CollectiveImpact.Gateway.People;

namespace CollectiveImpact.Gateway;

/// <summary>The gateway as a whole, ready to be started.</summary>
internal static class GatewayApplication
{
    /// <param name="args">`--urls`, `--Gateway:Nodes:0` and whatever else the configuration has.</param>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            // Its settings lie beside it, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });
        return builder.AddGateway().Build().MapGateway();
    }

    /// <summary>Starts it; where people sign in, once their database is ready.</summary>
    public static async Task StartAsync(WebApplication gateway)
    {
        await gateway.PreparePeopleAsync(CancellationToken.None);
        await gateway.StartAsync();
        await gateway.InviteFirstAdministratorAsync(CancellationToken.None);
    }
}
