using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        builder.Property(a => a.Email).HasMaxLength(Account.EmailMaxLength).IsRequired();
        builder.Property(a => a.NormalizedEmail).HasMaxLength(Account.EmailMaxLength).IsRequired();
        builder.Property(a => a.UserName).HasMaxLength(Account.EmailMaxLength).IsRequired();
        builder.Property(a => a.NormalizedUserName).HasMaxLength(Account.EmailMaxLength).IsRequired();
        builder.HasIndex(a => a.NormalizedEmail).HasDatabaseName("IX_Accounts_NormalizedEmail").IsUnique();
        builder.HasIndex(a => a.NormalizedUserName).HasDatabaseName("IX_Accounts_NormalizedUserName").IsUnique();

        builder.Property(a => a.UndoHash).HasMaxLength(Erasure.HashBytes);
        builder.HasIndex(a => a.UndoHash);
        builder.HasIndex(a => a.ErasedFrom);

        // An account has no telephone number; a listing may have one.
        builder.Ignore(a => a.PhoneNumber);
        builder.Ignore(a => a.PhoneNumberConfirmed);
    }
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<long>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<long>> builder)
    {
        builder.ToTable("Roles");
        builder.HasIndex(r => r.NormalizedName).HasDatabaseName("IX_Roles_NormalizedName").IsUnique();
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<long>>
{
    // WebAuthn level 3, section 4: a credential id is at most 1023 bytes.
    private const int LongestId = 1023;

    /// <summary>
    /// The base class maps passkeys only for a context that finds IdentityOptions among its application's services, which one made
    /// by `dotnet ef` or by a test does not: the model must be the same for all of them.
    /// </summary>
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<long>> builder)
    {
        builder.ToTable("Passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(LongestId);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        builder.OwnsOne(p => p.Data, data =>
        {
            data.Property(d => d.PublicKey).HasColumnName("PublicKey");
            data.Property(d => d.Name).HasColumnName("Name").HasMaxLength(Account.NameMaxLength);
            data.Property(d => d.CreatedAt).HasColumnName("CreatedAt");
            data.Property(d => d.SignCount).HasColumnName("SignCount");
            data.PrimitiveCollection(d => d.Transports).HasColumnName("Transports");
            data.Property(d => d.IsUserVerified).HasColumnName("IsUserVerified");
            data.Property(d => d.IsBackupEligible).HasColumnName("IsBackupEligible");
            data.Property(d => d.IsBackedUp).HasColumnName("IsBackedUp");
            data.Property(d => d.AttestationObject).HasColumnName("AttestationObject");
            data.Property(d => d.ClientDataJson).HasColumnName("ClientDataJson");
        });
        builder.Navigation(p => p.Data).IsRequired();
    }
}

// What else Identity keeps, under names like the rest of the database.
internal sealed class IdentityConfiguration :
    IEntityTypeConfiguration<IdentityUserRole<long>>,
    IEntityTypeConfiguration<IdentityUserClaim<long>>,
    IEntityTypeConfiguration<IdentityUserLogin<long>>,
    IEntityTypeConfiguration<IdentityUserToken<long>>,
    IEntityTypeConfiguration<IdentityRoleClaim<long>>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    private const int KeyMaxLength = 128;

    public void Configure(EntityTypeBuilder<IdentityUserRole<long>> builder) => builder.ToTable("AccountRoles");

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) => builder.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("AccountLogins");
        builder.Property(l => l.LoginProvider).HasMaxLength(KeyMaxLength);
        builder.Property(l => l.ProviderKey).HasMaxLength(KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("AccountTokens");
        builder.Property(t => t.LoginProvider).HasMaxLength(KeyMaxLength);
        builder.Property(t => t.Name).HasMaxLength(KeyMaxLength);
    }

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<long>> builder) => builder.ToTable("RoleClaims");

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("DataProtectionKeys");
}
