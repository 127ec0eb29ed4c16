using CollectiveImpact.V1;

namespace CollectiveImpact.NestFolder.Tests;

/// <summary>What is no table is told to the nest call by call.</summary>
public sealed class CallTests : IDisposable
{
    private readonly FolderOnDisk folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Calls_are_read_in_their_order_with_their_lines()
    {
        folder.Write("calls.json", """
            [
              {"method": "Partners/SeekVoices", "request": {"initiative": "ca.on.toronto", "voices": [{"voice": "youth", "name": {"fr": "Jeunes"}}]}},
              // The second is on line 4.
              {
                "method": "Partners/SavePartner",
                "request": {"initiative": "ca.on.toronto", "partner": {"partner": "city", "kind": "KIND_ORGANISATION"}}
              },
            ]
            """);

        var calls = folder.Read().Calls;

        Assert.Equal([(2, "Partners/SeekVoices"), (4, "Partners/SavePartner")], calls.Select(call => (call.Row, call.Name)));
        Assert.Equal("Jeunes", Assert.IsType<SeekVoicesRequest>(calls[0].Request).Voices[0].Name.Fr);
        Assert.Equal(Partner.Types.Kind.Organisation, Assert.IsType<SavePartnerRequest>(calls[1].Request).Partner.Kind);
    }

    [Theory]
    [InlineData("""[{"request": {}}]""", "calls.json:1: method: is missing")]
    [InlineData("""[{"method": "Partners/Destroy", "request": {}}]""", "calls.json:1: method: \"Partners/Destroy\" is no call")]
    [InlineData("""[{"method": "SharedMeasurement/Import", "request": {}}]""", "is no call")]
    [InlineData("""[{"method": "Operator/Invite", "request": {}}]""", "is no call")]
    [InlineData("""[{"method": "Partners/SavePartner"}]""", "calls.json:1: request: is missing")]
    [InlineData("""[{"method": "Partners/SavePartner", "request": {"colour": 1}}]""", "calls.json:1: request: is no SavePartnerRequest")]
    [InlineData("[\n{]", "calls.json:2: is no JSON")]
    [InlineData("{}", "calls.json:1: holds no list")]
    public void What_is_malformed_is_told_with_its_line(string text, string fault)
    {
        folder.Write("calls.json", text);
        Assert.Contains(fault, folder.Fault());
    }

    [Fact]
    public void They_come_back_when_the_folder_is_written()
    {
        folder.Write("calls.json", """[{"method": "Partners/SeekVoices", "request": {"initiative": "ca", "voices": [{"voice": "elders", "name": {"en": "Elders <of> the \"North\"", "fr": "Aînés"}}]}}]""");
        using var written = new FolderOnDisk();
        folder.Read().Write(written.Path);
        Assert.Equal(Assert.Single(folder.Read().Calls).Request, Assert.Single(written.Read().Calls).Request);
    }
}
