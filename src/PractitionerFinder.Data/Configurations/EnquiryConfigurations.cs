using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Configurations;

// None of these rows is navigated to from its listing: what is asked of a practitioner is no part of what the public sees.
internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.ToTable("Enquiries");
        builder.HasOne<Listing>().WithMany().HasForeignKey(e => e.ListingId);
        builder.HasIndex(e => new { e.ListingId, e.State });
        builder.HasIndex(e => e.OnceKey).IsUnique();
        builder.HasIndex(e => new { e.SenderKey, e.AskedAt });
        builder.HasIndex(e => new { e.State, e.LastAt });
        builder.Property(e => e.Key).HasMaxLength(Enquiry.KeyLength);
        builder.Property(e => e.Name).HasMaxLength(EnquiryAnswers.NameMaxLength);
        builder.Property(e => e.Email).HasMaxLength(ContactChoices.EmailMaxLength);
        builder.Property(e => e.SenderKey).HasMaxLength(Enquiry.HashBytes);
        builder.Property(e => e.OnceKey).HasMaxLength(Enquiry.HashBytes);
        builder.Property(e => e.Technique).HasMaxLength(EnquiryAnswers.TechniqueMaxLength);
        builder.Property(e => e.Place).HasMaxLength(EnquiryAnswers.PlaceMaxLength);
        builder.Property(e => e.Words).HasMaxLength(Enquiry.WordsMaxLength);
        builder.Property(e => e.DeclineWords).HasMaxLength(Enquiry.WordsMaxLength);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Ignore(e => e.AnswerBy);
        builder.Ignore(e => e.KeptUntil);
    }
}

internal sealed class EnquiryMessageConfiguration : IEntityTypeConfiguration<EnquiryMessage>
{
    public void Configure(EntityTypeBuilder<EnquiryMessage> builder)
    {
        builder.ToTable("EnquiryMessages");
        builder.HasOne<Enquiry>().WithMany().HasForeignKey(m => m.EnquiryId);
        builder.HasIndex(m => new { m.EnquiryId, m.Once }).IsUnique();
        builder.Property(m => m.Words).HasMaxLength(Enquiry.WordsMaxLength);
        builder.Property(m => m.Once).HasMaxLength(Enquiry.KeyLength);
    }
}

internal sealed class EnquiryLinkConfiguration : IEntityTypeConfiguration<EnquiryLink>
{
    public void Configure(EntityTypeBuilder<EnquiryLink> builder)
    {
        builder.ToTable("EnquiryLinks");
        builder.HasKey(l => l.TokenHash);
        builder.HasOne(l => l.Enquiry).WithMany().HasForeignKey(l => l.EnquiryId);
        builder.Property(l => l.TokenHash).HasMaxLength(Enquiry.HashBytes);
    }
}

internal sealed class EnquiryBlockConfiguration : IEntityTypeConfiguration<EnquiryBlock>
{
    public void Configure(EntityTypeBuilder<EnquiryBlock> builder)
    {
        builder.ToTable("EnquiryBlocks");
        builder.HasKey(b => new { b.ListingId, b.Key });
        builder.HasOne<Listing>().WithMany().HasForeignKey(b => b.ListingId);
        builder.Property(b => b.Key).HasMaxLength(Enquiry.HashBytes);
    }
}

internal sealed class EnquiryReportConfiguration : IEntityTypeConfiguration<EnquiryReport>
{
    public void Configure(EntityTypeBuilder<EnquiryReport> builder)
    {
        builder.ToTable("EnquiryReports");
        builder.HasOne<Listing>().WithMany().HasForeignKey(r => r.ListingId);
        builder.HasIndex(r => r.At);
    }
}

internal sealed class EnquiryChoicesConfiguration : IEntityTypeConfiguration<EnquiryChoices>
{
    public void Configure(EntityTypeBuilder<EnquiryChoices> builder)
    {
        builder.ToTable("EnquiryChoices");
        builder.HasKey(c => c.ListingId);
        builder.HasOne<Listing>().WithMany().HasForeignKey(c => c.ListingId);
    }
}

internal sealed class EnquirySecretConfiguration : IEntityTypeConfiguration<EnquirySecret>
{
    public void Configure(EntityTypeBuilder<EnquirySecret> builder)
    {
        builder.ToTable("EnquirySecrets");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
