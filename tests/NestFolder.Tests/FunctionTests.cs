namespace CollectiveImpact.NestFolder.Tests;

public sealed class FunctionTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public FunctionTests() => folder.Write("functions.csv", "initiative,function,holders,until\n");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("us,advance-policy,us,", "initiative: \"us\" is not in initiatives.csv")]
    [InlineData("ca,lobbying,ca,", "function: \"lobbying\" is no function; write one of guide-vision-and-strategy, ")]
    [InlineData("ca,advance-policy,,", "holders: there is no holder; leave the row out where nobody holds the function")]
    [InlineData("ca,advance-policy,ca.on,", "holders: \"ca.on\" is neither ca nor above it")]
    [InlineData("ca.on.toronto,advance-policy,ca.qc,", "holders: \"ca.qc\" is neither ca.on.toronto nor above it")]
    [InlineData("ca,advance-policy,ca;ca,", "holders: \"ca;ca\" names one twice")]
    [InlineData("ca,advance-policy,ca,2026", "until: \"2026\" is no day; write it like 2026-12-31")]
    public void A_malformed_holding_is_a_fault(string row, string fault)
    {
        folder.Append("functions.csv", row);

        Assert.StartsWith($"functions.csv:2: {fault}", folder.Fault());
    }

    [Fact]
    public void A_function_that_is_there_twice_is_a_fault()
    {
        folder.Append("functions.csv", "ca,advance-policy,ca,");
        folder.Append("functions.csv", "ca,advance-policy,ca,2026-12-31");

        Assert.StartsWith("functions.csv:3: advance-policy of ca is there already, in row 2", folder.Fault());
    }
}
