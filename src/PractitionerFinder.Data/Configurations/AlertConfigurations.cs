using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Alerts;

namespace PractitionerFinder.Data.Configurations;

internal sealed class SearchAlertConfiguration : IEntityTypeConfiguration<SearchAlert>
{
    public void Configure(EntityTypeBuilder<SearchAlert> builder)
    {
        builder.ToTable("SearchAlerts");
        builder.Property(a => a.Email).HasMaxLength(SearchAlert.EmailMaxLength);
        builder.Property(a => a.Query).HasMaxLength(SearchAlert.QueryMaxLength);
        builder.HasIndex(a => a.Email);
        builder.HasIndex(a => a.NextAt);
    }
}

internal sealed class SearchAlertLinkConfiguration : IEntityTypeConfiguration<SearchAlertLink>
{
    public void Configure(EntityTypeBuilder<SearchAlertLink> builder)
    {
        builder.ToTable("SearchAlertLinks");
        builder.HasKey(l => l.TokenHash);
        builder.Property(l => l.TokenHash).HasMaxLength(SearchAlertLink.HashBytes);
        builder.HasOne<SearchAlert>().WithMany().HasForeignKey(l => l.AlertId);
    }
}
