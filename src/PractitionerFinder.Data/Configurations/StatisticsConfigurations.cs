using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Statistics;

namespace PractitionerFinder.Data.Configurations;

// None of these rows is navigated to from its listing: how often it was shown changes nothing that the public sees. They go when it goes.
internal sealed class CountedSearchConfiguration : IEntityTypeConfiguration<CountedSearch>
{
    public void Configure(EntityTypeBuilder<CountedSearch> builder)
    {
        builder.ToTable("CountedSearches");
        builder.HasKey(s => new { s.Week, s.Question });
        builder.Property(s => s.Place).HasMaxLength(CountedSearch.PlaceMaxLength);
    }
}

internal sealed class ListingAppearanceConfiguration : IEntityTypeConfiguration<ListingAppearance>
{
    public void Configure(EntityTypeBuilder<ListingAppearance> builder)
    {
        builder.ToTable("ListingAppearances");
        builder.HasKey(a => new { a.ListingId, a.Week, a.Question });
        builder.HasIndex(a => a.Week);
        builder.HasOne<Listing>().WithMany().HasForeignKey(a => a.ListingId);
    }
}

internal sealed class ListingWeekConfiguration : IEntityTypeConfiguration<ListingWeek>
{
    public void Configure(EntityTypeBuilder<ListingWeek> builder)
    {
        builder.ToTable("ListingWeeks");
        builder.HasKey(w => new { w.ListingId, w.Week });
        builder.HasOne<Listing>().WithMany().HasForeignKey(w => w.ListingId);
    }
}

internal sealed class ListingPlaceConfiguration : IEntityTypeConfiguration<ListingPlace>
{
    public void Configure(EntityTypeBuilder<ListingPlace> builder)
    {
        builder.ToTable("ListingPlaces");
        builder.HasKey(p => new { p.ListingId, p.Week, p.Place });
        builder.HasOne<Listing>().WithMany().HasForeignKey(p => p.ListingId);
        builder.Property(p => p.Place).HasMaxLength(CountedSearch.PlaceMaxLength);
    }
}

internal sealed class CountedJournalConfiguration : IEntityTypeConfiguration<CountedJournal>
{
    public void Configure(EntityTypeBuilder<CountedJournal> builder)
    {
        builder.ToTable("CountedJournals");
        builder.HasKey(j => j.Name);
        builder.Property(j => j.Name).HasMaxLength(CountedJournal.NameMaxLength);
    }
}
