using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Configurations;

internal sealed class ListingDeletionConfiguration : IEntityTypeConfiguration<ListingDeletion>
{
    public void Configure(EntityTypeBuilder<ListingDeletion> builder)
    {
        // The key is the listing: of two owners who ask at once, one has asked.
        builder.ToTable("ListingDeletions");
        builder.HasKey(d => d.ListingId);
        builder.Property(d => d.ListingId).ValueGeneratedNever();
        builder.HasIndex(d => d.ErasedFrom);
        builder.HasOne<Listing>().WithOne().HasForeignKey<ListingDeletion>(d => d.ListingId);
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("Consents");
        builder.HasIndex(c => c.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }
}
