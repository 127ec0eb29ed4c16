namespace CollectiveImpact.Nest.Output;

/// <summary>Who starts a nest sees how far it is: as bars in a terminal, as lines elsewhere.</summary>
internal interface ILoadProgress
{
    void Begin(Stage stage, int total);

    /// <summary>So many more are done. May be called from several threads.</summary>
    void Advance(Stage stage, int count);
}
