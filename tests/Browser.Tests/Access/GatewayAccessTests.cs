using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CollectiveImpact.Browser.Tests.Stage;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace CollectiveImpact.Browser.Tests.Access;

/// <summary>The contract, method by method, through a gateway and past it: what is not granted is refused. What it grants is read from its options.</summary>
[Collection(OneStage.Name)]
public sealed class GatewayAccessTests(NestStage stage)
{
    private const string Own = "north.prairie", Foreign = "north.mill";

    private static readonly IReadOnlyList<ContractMethod> Methods =
        [.. ContractMethods.In(typeof(Charter).Assembly).All.Where(method => method.Route is not null && method.IsUnary).OrderBy(method => method.Path, StringComparer.Ordinal)];

    [Fact]
    public async Task Every_method_is_refused_through_the_gateway_to_whom_the_contract_does_not_grant_it()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(stage.Address) };
        foreach (var function in Enum.GetValues<Function>().Skip(1))
            await HoldAsync(http, function);
        (string Words, string? Token, Func<ContractMethod, bool> May)[] callers =
        [
            ("nobody", null, method => method.Access.Role == Role.Public),
            ("a word that is no token", "administrator", method => method.Access.Role == Role.Public),
            ("a member", await TokenAsync(await stage.Cast.PersonAsync(Own, "Member")), method => method.Access.Role <= Role.Member),
            ("a partner", await TokenAsync(await stage.Cast.PersonAsync(Own, "Partner", "nobody-else")), method => method.Access.Role <= Role.Partner),
            ("staff", await TokenAsync(await stage.Cast.StaffAsync(Own)), method => method.Access.Role <= Role.Staff),
            ("staff of another initiative", await TokenAsync(await stage.Cast.StaffAsync(Foreign)), method => method.Access.Role == Role.Public),
        ];
        List<string> wrong = [];
        foreach (var (words, token, may) in callers)
            foreach (var method in Methods)
            {
                var (status, code) = await CallAsync(http, method, token);
                if (may(method) == code is "permission_denied" or "unauthenticated")
                    wrong.Add($"{method.Path} by {words}: {status} {code}");
            }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_method_is_refused_by_a_node_that_is_reached_past_the_gateway()
    {
        List<string> taken = [];
        foreach (var node in stage.Nodes)
        {
            using var channel = GrpcChannel.ForAddress(node);
            foreach (var method in Methods)
            {
                var status = StatusCode.OK;
                try
                {
                    await channel.CreateCallInvoker().AsyncUnaryCall(method.Untyped, null, default, method.Input.Parser.ParseFrom(ByteString.Empty));
                }
                catch (RpcException refusal)
                {
                    status = refusal.StatusCode;
                }

                if (status != StatusCode.Unauthenticated)
                    taken.Add($"{method.Path} at {node}: {status}");
            }
        }

        Assert.NotEmpty(stage.Nodes);
        Assert.Empty(taken);
    }

    /// <summary>Prairie holds each of its functions itself, so that its own staff is who may.</summary>
    private async Task HoldAsync(HttpClient http, Function function)
    {
        var token = await TokenAsync(await stage.Cast.AdministratorAsync());
        var name = function.GetType().GetField(function.ToString())!.GetCustomAttributes(typeof(OriginalNameAttribute), false).Cast<OriginalNameAttribute>().Single().Name;
        using var response = await SendAsync(
            http, "/collectiveimpact.v1.Charter/Declare", $$"""{"initiative": "{{Own}}", "function": "{{name}}", "holders": ["{{Own}}"]}""", token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<(int Status, string Code)> CallAsync(HttpClient http, ContractMethod method, string? token)
    {
        var fields = new Dictionary<string, string> { [method.KeyField!.JsonName] = Own };
        if (method.Input.FindFieldByName("function") is { FieldType: FieldType.Enum })
            fields["function"] = "FUNCTION_ADVANCE_POLICY";
        if (method.Route!.Target == Target.Level)
            fields["level"] = "LEVEL_LOCAL";
        using var response = await SendAsync(http, method.Path, JsonSerializer.Serialize(fields), token);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode)
            return ((int)response.StatusCode, "");
        using var json = JsonDocument.Parse(text);
        return ((int)response.StatusCode, json.RootElement.TryGetProperty("code", out var code) ? code.GetString()! : "");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string json, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }

    private async Task<string> TokenAsync(string signedIn)
    {
        await using var context = await stage.OpenAsync(new Tongue("en"), signedIn);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/en/you");
        await page.GetByLabel("What it is for").FillAsync("the matrix");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        return (await page.Locator("main code").First.InnerTextAsync()).Trim();
    }
}
