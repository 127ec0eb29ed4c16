using CollectiveImpact.Simulation.Nodes;
using CollectiveImpact.Simulation.Running;
using Microsoft.Data.Sqlite;

namespace CollectiveImpact.Simulation.Broken;

/// <summary>A log that was restored goes on under the id that it had when the backup was taken.</summary>
internal sealed class KeepsTheLogId : BrokenRule
{
    public override void Restored(World world, SimulatedNode node)
    {
        node.Process!.Die();
        using (var connection = new SqliteConnection($"Data Source={node.Files.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM logs WHERE number = (SELECT max(number) FROM logs)";
            command.ExecuteNonQuery();
        }

        world.Start(node);
    }
}
