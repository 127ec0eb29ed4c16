using CollectiveImpact.Postgres.Testing;

// Holds a server until it is killed, and says where.
await using var server = await PostgresServer.StartAsync(Durability.None);
Console.WriteLine(server.ProcessId);
Console.WriteLine(server.Folder);
Console.WriteLine(server.ConnectionString);
await Task.Delay(Timeout.Infinite);
