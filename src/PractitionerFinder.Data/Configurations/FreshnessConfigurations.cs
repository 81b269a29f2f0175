using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Configurations;

// Not navigated to from its listing: that somebody was reminded changes nothing that the public sees.
internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasIndex(r => r.TokenHash).IsUnique();

        // Of two nodes that would remind of the same at once, one does.
        builder.HasIndex(r => new { r.ListingId, r.AccountId, r.DueAt, r.Step }).IsUnique();
        builder.HasIndex(r => r.AccountId);
        builder.HasOne<Listing>().WithMany().HasForeignKey(r => r.ListingId);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        builder.Property(r => r.TokenHash).HasMaxLength(Reminder.HashBytes);
        builder.Property(r => r.MailKey).HasMaxLength(Reminder.MailKeyMaxLength);
        builder.Ignore(r => r.Until);
    }
}
