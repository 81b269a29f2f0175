using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Configurations;

internal static class Codes
{
    public const int Country = 2;
    public const int Admin1 = 20;
    public const int County = 100;
    public const int Vocabulary = 80;
}

internal sealed class ListingLocationConfiguration : IEntityTypeConfiguration<ListingLocation>
{
    public void Configure(EntityTypeBuilder<ListingLocation> builder)
    {
        builder.ToTable("Locations");
        builder.Ignore(l => l.Point);
        builder.Property(l => l.Key).HasMaxLength(Credential.KeyMaxLength);
        builder.Property(l => l.Locality).HasMaxLength(PracticeLocation.LineMaxLength);
        builder.Property(l => l.Country).HasMaxLength(Codes.Country);
        builder.Property(l => l.Admin1Code).HasMaxLength(Codes.Admin1);
        builder.Property(l => l.County).HasMaxLength(Codes.County);
        builder.HasIndex(l => new { l.Country, l.Admin1Code, l.County });
        builder.HasIndex(l => new { l.ListingId, l.Key }).IsUnique();
    }
}

internal sealed class ListingVisitAreaConfiguration : IEntityTypeConfiguration<ListingVisitArea>
{
    public void Configure(EntityTypeBuilder<ListingVisitArea> builder)
    {
        builder.ToTable("VisitAreas");
        builder.Ignore(v => v.Point);
        builder.Property(v => v.Key).HasMaxLength(Credential.KeyMaxLength);
        builder.Property(v => v.Locality).HasMaxLength(PracticeLocation.LineMaxLength);
        builder.Property(v => v.Country).HasMaxLength(Codes.Country);
        builder.Property(v => v.Admin1Code).HasMaxLength(Codes.Admin1);
        builder.Property(v => v.County).HasMaxLength(Codes.County);
        builder.HasIndex(v => new { v.Country, v.Admin1Code, v.County });
        builder.HasIndex(v => new { v.ListingId, v.Key }).IsUnique();
        builder.HasMany(v => v.Cells).WithOne().HasForeignKey(c => c.VisitAreaId);
    }
}

internal sealed class VisitCoverCellConfiguration : IEntityTypeConfiguration<VisitCoverCell>
{
    public void Configure(EntityTypeBuilder<VisitCoverCell> builder)
    {
        // The cell leads: a search looks up the 21 cells that hold its origin.
        builder.ToTable("VisitCells");
        builder.HasKey(c => new { c.Cell, c.VisitAreaId });
    }
}

internal sealed class ListingTechniqueConfiguration : IEntityTypeConfiguration<ListingTechnique>
{
    public void Configure(EntityTypeBuilder<ListingTechnique> builder)
    {
        builder.ToTable("ListingTechniques");
        builder.HasKey(t => new { t.ListingId, t.Slug });
        builder.HasIndex(t => new { t.Slug, t.ListingId });
        builder.Property(t => t.Slug).HasMaxLength(Codes.Vocabulary);
    }
}

internal sealed class ListingCredentialConfiguration : IEntityTypeConfiguration<ListingCredential>
{
    public void Configure(EntityTypeBuilder<ListingCredential> builder)
    {
        builder.ToTable("ListingCredentials");
        builder.HasKey(c => new { c.ListingId, c.Key });
        builder.Property(c => c.Key).HasMaxLength(Credential.KeyMaxLength);
        builder.Property(c => c.Register).HasMaxLength(Credential.RegisterMaxLength);
        builder.Property(c => c.Number).HasMaxLength(Credential.NumberMaxLength);
    }
}

internal sealed class ListingAreaConfiguration : IEntityTypeConfiguration<ListingArea>
{
    public void Configure(EntityTypeBuilder<ListingArea> builder)
    {
        builder.ToTable("ListingAreas");
        builder.HasKey(a => new { a.ListingId, a.Slug });
        builder.Property(a => a.Slug).HasMaxLength(Codes.Vocabulary);
    }
}

internal sealed class ListingLanguageConfiguration : IEntityTypeConfiguration<ListingLanguage>
{
    public void Configure(EntityTypeBuilder<ListingLanguage> builder)
    {
        builder.ToTable("ListingLanguages");
        builder.HasKey(l => new { l.ListingId, l.Code });
        builder.Property(l => l.Code).HasMaxLength(2);
    }
}
