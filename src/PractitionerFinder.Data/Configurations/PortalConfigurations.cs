using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Configurations;

// None of these rows is navigated to from its listing: what is typed, who takes part and what was done change nothing that
// the public sees, so they raise no version and write no line of the change feed.
internal sealed class ListingDraftConfiguration : IEntityTypeConfiguration<ListingDraft>
{
    public void Configure(EntityTypeBuilder<ListingDraft> builder)
    {
        builder.ToTable("ListingDrafts");
        builder.HasKey(d => new { d.ListingId, d.Section });
        builder.HasOne<Listing>().WithMany().HasForeignKey(d => d.ListingId);
        builder.Property(d => d.Section).HasMaxLength(ListingDraft.SectionMaxLength);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class ListingMemberConfiguration : IEntityTypeConfiguration<ListingMember>
{
    public void Configure(EntityTypeBuilder<ListingMember> builder)
    {
        builder.ToTable("ListingMembers");
        builder.HasKey(m => new { m.ListingId, m.AccountId });
        builder.HasIndex(m => m.AccountId);
        builder.HasOne<Listing>().WithMany().HasForeignKey(m => m.ListingId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }
}

internal sealed class ListingInviteConfiguration : IEntityTypeConfiguration<ListingInvite>
{
    public void Configure(EntityTypeBuilder<ListingInvite> builder)
    {
        builder.ToTable("ListingInvites");
        builder.HasIndex(i => i.ListingId);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasOne<Listing>().WithMany().HasForeignKey(i => i.ListingId);
        builder.Property(i => i.Email).HasMaxLength(ContactChoices.EmailMaxLength);
        builder.Property(i => i.TokenHash).HasMaxLength(ListingInvite.HashBytes);
        builder.Ignore(i => i.MemberRole);
        builder.Ignore(i => i.HandsOver);
        builder.Ignore(i => i.Until);
    }
}

internal sealed class ListingEventConfiguration : IEntityTypeConfiguration<ListingEvent>
{
    public void Configure(EntityTypeBuilder<ListingEvent> builder)
    {
        builder.ToTable("ListingEvents");
        builder.HasIndex(e => new { e.ListingId, e.Id });
        builder.HasOne<Listing>().WithMany().HasForeignKey(e => e.ListingId);
        builder.Property(e => e.Code).HasMaxLength(ListingEvent.CodeMaxLength);
    }
}
