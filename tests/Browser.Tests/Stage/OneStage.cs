namespace CollectiveImpact.Browser.Tests.Stage;

/// <summary>All tests share one nest: it takes longer to start than most of them to run.</summary>
[CollectionDefinition(Name)]
public sealed class OneStage : ICollectionFixture<NestStage>
{
    public const string Name = "one nest";
}
