using CollectiveImpact.Postgres.Testing;

namespace CollectiveImpact.Postgres.Tests;

/// <summary>The tests that share one server.</summary>
[CollectionDefinition("PostgreSQL")]
public sealed class OnPostgres : ICollectionFixture<PostgresFixture>;
