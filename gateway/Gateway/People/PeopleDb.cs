using CollectiveImpact.V1;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

/// <summary>Somebody who signs in.</summary>
internal sealed class Person : IdentityUser
{
    /// <summary>What others call the person; at most 200 characters.</summary>
    public string Name { get; set; } = "";

    public bool IsAdministrator { get; set; }
}

/// <summary>A role of a person at an initiative.</summary>
internal sealed class Membership
{
    public long Id { get; set; }

    public required string PersonId { get; set; }

    public required string Initiative { get; set; }

    public Role Role { get; set; }

    public string Partner { get; set; } = "";
}

/// <summary>An invitation: good for one person, until it ends.</summary>
internal sealed class Invitation
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the code; the code itself is kept nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>Empty: to administer the gateway.</summary>
    public string Initiative { get; set; } = "";

    public Role Role { get; set; }

    public string Partner { get; set; } = "";

    /// <summary>Unix time in seconds.</summary>
    public long Until { get; set; }
}

/// <summary>A token by which a program calls as a person does.</summary>
internal sealed class AccessToken
{
    public long Id { get; set; }

    public required string Hash { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>Unix time in seconds.</summary>
    public long MadeAt { get; set; }
}

/// <summary>A line of the audit trail.</summary>
internal sealed class ChangeLine
{
    public long Id { get; set; }

    /// <summary>Unix time in milliseconds.</summary>
    public long At { get; set; }

    public required string PersonId { get; set; }

    /// <summary>The name as it was then: the line stays when the person goes.</summary>
    public required string Name { get; set; }

    public required string Initiative { get; set; }

    public required string Method { get; set; }
}

/// <summary>The gateway's own database: people, and what they may do.</summary>
internal sealed class PeopleDb(DbContextOptions<PeopleDb> options) : IdentityUserContext<Person>(options)
{
    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<ChangeLine> Changes => Set<ChangeLine>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Membership>().HasIndex(each => new { each.PersonId, each.Initiative, each.Role, each.Partner }).IsUnique();
        builder.Entity<Membership>().HasIndex(each => each.Initiative);
        builder.Entity<Membership>().HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
        builder.Entity<Invitation>().HasIndex(each => each.Hash).IsUnique();
        builder.Entity<AccessToken>().HasIndex(each => each.Hash).IsUnique();
        builder.Entity<AccessToken>().HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
        builder.Entity<ChangeLine>().HasIndex(each => new { each.Initiative, each.Id });
    }
}
