using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CollectiveImpact.Gateway.People;

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
        builder.Entity<ChangeLine>().Property(each => each.Subject).HasDefaultValue("");
        builder.Entity<ChangeLine>().HasIndex(each => new { each.Initiative, each.Id });
    }
}
