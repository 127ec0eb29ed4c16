using System.Net;
using System.Net.Sockets;

namespace CollectiveImpact.Nest.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task The_built_in_nest_matches_every_published_figure()
    {
        await using var runner = Runner.Start("--check");

        Assert.Equal(0, await runner.EndAsync());
        Assert.Equal("66 published figures, 66 matched, 0 differ", runner.Output[^1]);
        Assert.StartsWith("first observation to last figure ", runner.Output[^2]);
        Assert.Equal(67, runner.Table.Count);
        Assert.Contains(runner.Table, row => row.Contains("ca ") && row.Contains("1423900") && row.Contains("1424300") && row.Contains("+400"));
        Assert.Empty(runner.Errors);
    }

    [Fact]
    public async Task A_figure_that_differs_by_more_than_its_tolerance_is_counted_and_the_exit_code_is_one()
    {
        using var folder = TestFolder.WithFigures();
        folder.Replace("published.csv", "ca.ab,households-in-core-housing-need,2021,,137400,,500,", "ca.ab,households-in-core-housing-need,2021,,137400,,399,");
        await using var runner = Runner.Start("--check", "--nest", folder.Path);

        Assert.Equal(1, await runner.EndAsync());
        Assert.Equal("66 published figures, 65 matched, 1 differ", runner.Output[^1]);
        Assert.Contains(runner.Table, row => row.Contains("ca.ab") && row.EndsWith("differs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ratios_means_and_locals_without_a_province_roll_up()
    {
        using var folder = new TestFolder();
        folder.Write("initiatives.csv", """
            id,level,name_en,parents
            x,national,Nation,
            x.p,provincial,Province,x
            x.p.a,local,A,x.p
            x.b,local,B,x
            """);
        folder.Write("indicators.csv", """
            id,name_en,unit,kind,direction
            poverty,Poverty,children,ratio,down
            wage,Wage,CAD,mean,up
            rent,Rent,CAD,value,down
            """);
        folder.Write("observations.csv", """
            initiative,indicator,period,value,denominator
            x.p.a,poverty,2021-Q1,1,10
            x.b,poverty,2021-Q1,50,90
            x.p.a,wage,2021-07,0.1,1
            x.b,wage,2021-07,0.2,2
            x.b,rent,2021,1500,
            """);
        folder.Write("published.csv", """
            initiative,indicator,period,value,denominator
            x,poverty,2021-Q1,51,100
            x,wage,2021-07,0.3,3
            x.p,wage,2021-07,0.1,1
            x.b,rent,2021,1500,
            """);
        await using var runner = Runner.Start("--check", "--nest", folder.Path);

        Assert.Equal(0, await runner.EndAsync());
        Assert.Contains(runner.Table, row => row.Contains("51 / 100 = 51.0 %"));
        Assert.Contains(runner.Table, row => row.Contains("0.3 / 3 = 0.10"));
        Assert.Equal("4 published figures, 4 matched, 0 differ", runner.Output[^1]);
    }

    [Fact]
    public async Task A_malformed_folder_ends_in_two_with_a_line_for_each_fault_and_starts_nothing()
    {
        using var folder = TestFolder.WithBuiltInNest();
        folder.Replace("observations.csv", ",186400,", ",many,");
        folder.Replace("initiatives.csv", "ca.on,provincial", "ca.on,regional");
        var data = Path.Combine(folder.Path, "data");
        await using var runner = Runner.Start("--check", "--nest", folder.Path, "--data", data);

        Assert.Equal(2, await runner.EndAsync());
        Assert.Equal(2, runner.Errors.Count);
        Assert.StartsWith("initiatives.csv:", runner.Errors[0]);
        Assert.Contains(": level: \"regional\" is no level", runner.Errors[0]);
        Assert.StartsWith("observations.csv:", runner.Errors[1]);
        Assert.Empty(runner.Output);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_plain_words()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var runner = Runner.Start("--port", $"{port}");

        Assert.Equal(1, await runner.EndAsync());
        Assert.Equal($"Port {port} is taken by another program. Choose another with --port, or --port 0 for one that is free.", Assert.Single(runner.Errors));
    }

    [Fact]
    public async Task A_service_that_does_not_stay_up_ends_the_run_with_its_last_lines()
    {
        using var folder = new TestFolder();
        // A file where the service wants its folder.
        folder.Write("provincial", "");
        await using var runner = Runner.Start("--data", folder.Path);

        Assert.Equal(1, await runner.EndAsync());
        Assert.StartsWith("The provincial service does not stay up: ", runner.Errors[0]);
        Assert.Contains(runner.Errors, line => line.Contains(Path.Combine(folder.Path, "provincial")));
    }

    [Theory]
    [InlineData("--port", "abc")]
    [InlineData("--bogus", "")]
    public async Task A_wrong_option_is_told_and_the_exit_code_is_one(string option, string value)
    {
        await using var runner = Runner.Start(option == "--port" ? [option, value] : [option]);

        Assert.Equal(1, await runner.EndAsync());
        Assert.Contains(runner.Errors, line => line.Contains(option == "--port" ? value : option));
    }
}
