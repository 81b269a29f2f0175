using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Configurations;

// Files go with their listing. No listing navigates to them: a file that is given changes nothing that the public sees, until a
// revision that names it is approved.
internal sealed class StoredPhotoConfiguration : IEntityTypeConfiguration<StoredPhoto>
{
    public void Configure(EntityTypeBuilder<StoredPhoto> builder)
    {
        builder.ToTable("Photos");
        builder.Property(p => p.Key).HasMaxLength(UploadKey.Length);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasOne<Listing>().WithMany().HasForeignKey(p => p.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.ComplexProperty(p => p.Frame);
        builder.Property(p => p.UploadedBy).HasMaxLength(Revision.PersonMaxLength);
    }
}

internal sealed class ProofDocumentConfiguration : IEntityTypeConfiguration<ProofDocument>
{
    public void Configure(EntityTypeBuilder<ProofDocument> builder)
    {
        builder.ToTable("ProofDocuments");
        builder.Property(d => d.Key).HasMaxLength(UploadKey.Length);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.HasIndex(d => new { d.ListingId, d.CredentialKey });
        builder.HasOne<Listing>().WithMany().HasForeignKey(d => d.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(d => d.CredentialKey).HasMaxLength(Credential.KeyMaxLength);
        builder.Property(d => d.FileName).HasMaxLength(ProofDocument.FileNameMaxLength);
        builder.Property(d => d.ContentType).HasMaxLength(ProofDocument.ContentTypeMaxLength);
        builder.Property(d => d.UploadedBy).HasMaxLength(Revision.PersonMaxLength);
    }
}
