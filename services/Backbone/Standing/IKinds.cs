namespace CollectiveImpact.Backbone.Standing;

/// <summary>Kinds of documents that belong together.</summary>
internal interface IKinds
{
    IReadOnlyList<IKind> Kinds { get; }
}
