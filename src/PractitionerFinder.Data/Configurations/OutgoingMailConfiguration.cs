using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Data.Configurations;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Key).HasMaxLength(OutgoingMail.KeyMaxLength);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.HandedAt);
    }
}
