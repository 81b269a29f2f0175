using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Configurations;

// A claim changes nothing that the public sees until it is approved, so no listing navigates to it.
internal sealed class ListingClaimConfiguration : IEntityTypeConfiguration<ListingClaim>
{
    public void Configure(EntityTypeBuilder<ListingClaim> builder)
    {
        builder.ToTable("ListingClaims");
        builder.HasIndex(c => new { c.ListingId, c.AccountId });
        builder.HasIndex(c => c.AccountId);
        builder.HasIndex(c => new { c.State, c.SentAt });
        builder.HasOne<Listing>().WithMany().HasForeignKey(c => c.ListingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.SiteToken).HasMaxLength(UploadKey.Length);
        builder.Property(c => c.SiteHost).HasMaxLength(ListingClaim.HostMaxLength);
        builder.Property(c => c.CodeHash).HasMaxLength(ClaimCode.HashBytes);
        builder.Property(c => c.Words).HasMaxLength(ListingClaim.WordsMaxLength);
        builder.Property(c => c.Objection).HasMaxLength(ListingClaim.WordsMaxLength);
        builder.Property(c => c.Reason).HasMaxLength(ListingClaim.WordsMaxLength);
    }
}

internal sealed class ClaimDocumentConfiguration : IEntityTypeConfiguration<ClaimDocument>
{
    public void Configure(EntityTypeBuilder<ClaimDocument> builder)
    {
        builder.ToTable("ClaimDocuments");
        builder.Property(d => d.Key).HasMaxLength(UploadKey.Length);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.HasOne<ListingClaim>().WithMany().HasForeignKey(d => d.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(d => d.FileName).HasMaxLength(ProofDocument.FileNameMaxLength);
        builder.Property(d => d.ContentType).HasMaxLength(ProofDocument.ContentTypeMaxLength);
    }
}
