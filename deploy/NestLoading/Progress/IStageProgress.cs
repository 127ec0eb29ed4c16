namespace CollectiveImpact.NestLoading.Progress;

/// <summary>Who waits sees how far it is: as bars in a terminal, as lines elsewhere.</summary>
public interface IStageProgress
{
    /// <summary>A stage begins, with so many things to come.</summary>
    void Begin(Stage stage, long total);

    /// <summary>So many more are done. May be called from several threads.</summary>
    void Advance(Stage stage, long count);
}
