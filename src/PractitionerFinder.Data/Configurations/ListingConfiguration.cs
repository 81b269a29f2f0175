using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Configurations;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("Listings");
        builder.Property(l => l.Slug).HasMaxLength(Listing.SlugMaxLength);
        builder.HasIndex(l => l.Slug).IsUnique();
        builder.Property(l => l.Name).HasMaxLength(ListingContent.NameMaxLength);
        builder.Property(l => l.Headline).HasMaxLength(ListingContent.HeadlineMaxLength);
        builder.Property(l => l.PhotoKey).HasMaxLength(UploadKey.Length);
        builder.Property(l => l.PhotoAlt).HasMaxLength(Photo.AltMaxLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasOne<Listing>().WithMany().HasForeignKey(l => l.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(l => l.PublicContent);
        builder.Ignore(l => l.Waiting);
        builder.Ignore(l => l.HidingFact);
        builder.HasMany(l => l.Revisions).WithOne().HasForeignKey(r => r.ListingId);
        builder.HasMany(l => l.Confirmations).WithOne().HasForeignKey(c => c.ListingId);
        builder.HasMany(l => l.Checks).WithOne().HasForeignKey(c => c.ListingId);
        builder.HasMany(l => l.Locations).WithOne().HasForeignKey(l => l.ListingId);
        builder.HasMany(l => l.VisitAreas).WithOne().HasForeignKey(v => v.ListingId);
        builder.HasMany(l => l.Techniques).WithOne().HasForeignKey(t => t.ListingId);
        builder.HasMany(l => l.Credentials).WithOne().HasForeignKey(c => c.ListingId);
        builder.HasMany(l => l.Areas).WithOne().HasForeignKey(a => a.ListingId);
        builder.HasMany(l => l.Languages).WithOne().HasForeignKey(l => l.ListingId);
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasIndex(r => new { r.ListingId, r.Number }).IsUnique();
        builder.Ignore(r => r.Content);
        builder.Ignore(r => r.Reasons);
        builder.HasIndex(r => new { r.State, r.SubmittedAt });

        // Who is new: what was approved since.
        builder.HasIndex(r => r.DecidedAt);
        builder.Property(r => r.Author).HasMaxLength(Revision.PersonMaxLength);
        builder.Property(r => r.DecidedBy).HasMaxLength(Revision.PersonMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(Revision.ReasonMaxLength);
    }
}

internal sealed class ConfirmationConfiguration : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.ToTable("Confirmations");
        builder.HasKey(c => new { c.ListingId, c.Fact });
        builder.Property(c => c.By).HasMaxLength(Revision.PersonMaxLength);
    }
}

internal sealed class ProofCheckConfiguration : IEntityTypeConfiguration<ProofCheck>
{
    public void Configure(EntityTypeBuilder<ProofCheck> builder)
    {
        builder.ToTable("ProofChecks");
        builder.Property(c => c.CredentialKey).HasMaxLength(Credential.KeyMaxLength);
        builder.HasIndex(c => new { c.ListingId, c.CredentialKey }).IsUnique();
        builder.HasIndex(c => c.CheckedAt);
        builder.Property(c => c.Register).HasMaxLength(Credential.RegisterMaxLength);
        builder.Property(c => c.Number).HasMaxLength(Credential.NumberMaxLength);
        builder.Property(c => c.CheckedBy).HasMaxLength(Revision.PersonMaxLength);
    }
}

internal sealed class ListingChangeConfiguration : IEntityTypeConfiguration<ListingChange>
{
    public void Configure(EntityTypeBuilder<ListingChange> builder)
    {
        // No foreign key: a line outlives its listing, that is how readers learn that it is gone.
        builder.ToTable("ListingChanges");
        builder.HasKey(c => c.Sequence);
    }
}

internal sealed class SeedStateConfiguration : IEntityTypeConfiguration<SeedState>
{
    public void Configure(EntityTypeBuilder<SeedState> builder)
    {
        builder.ToTable("SeedStates");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(SeedState.NameMaxLength);
        builder.Property(s => s.Value).HasMaxLength(200);
    }
}
