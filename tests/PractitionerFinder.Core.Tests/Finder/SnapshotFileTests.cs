using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class SnapshotFileTests : IDisposable
{
    private static readonly byte[] Mark = [.. Enumerable.Range(0, SnapshotFile.MarkBytes).Select(i => (byte)i)];

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_is_read_answers_as_the_rules_say_and_goes_on_following() =>
        Prop.ForAll(World.Arbitrary(listings: 12, questions: 10), world =>
            {
                var start = Saved.From([.. world.Listings.Take(7)]);
                var fresh = Saved.From([.. world.Listings.Skip(7)], first: 8);
                Write(Snapshot.Build(Published(start), TestVocabulary.Instance, 7), TestVocabulary.Instance);

                var (read, mark) = SnapshotFile.Read(path, TestVocabulary.Instance);

                Assert.Equal(Mark, mark);
                Assert.Equal((7, 0), (read.Position, read.Changes));
                Agree(world, read, start);
                var after = read.With(fresh.ToDictionary(l => l.Id, l => IndexedListing.Of(l) is null ? null : PublishedOf(l)), 9);
                Agree(world, after, [.. start, .. fresh]);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithStartSize(1).WithEndSize(10));

    [Fact]
    public void Words_are_put_right_as_before()
    {
        var listings = Saved.From([new ListingBuilder().Named("Amira Holt").Build(TestVocabulary.Instance)]);
        Write(Snapshot.Build(Published(listings), TestVocabulary.Instance, 7), TestVocabulary.Instance);

        Assert.Equal(["amira"], SnapshotFile.Read(path, TestVocabulary.Instance).Snapshot.Spelling.Correct(["amirra"]));
    }

    [Fact]
    public void A_file_of_which_any_byte_is_not_as_it_was_written_is_refused()
    {
        var listings = Saved.From([.. Enumerable.Range(0, 20).Select(_ => new ListingBuilder().Online().Visiting(8).Build(TestVocabulary.Instance))]);
        Write(Snapshot.Build(Published(listings), TestVocabulary.Instance, 7), TestVocabulary.Instance);
        var bytes = File.ReadAllBytes(path);
        var random = new Random(7);
        var places = Enumerable.Range(0, 200).Concat(Enumerable.Range(0, 60).Select(_ => random.Next(bytes.Length))).Concat(Enumerable.Range(bytes.Length - 200, 200));
        foreach (var place in places.Where(p => !IsFree(p)))
        {
            using (var file = File.OpenWrite(path))
            {
                file.Position = place;
                file.WriteByte((byte)(bytes[place] ^ 0x40));
            }

            Assert.Throws<InvalidDataException>(() => SnapshotFile.Read(path, TestVocabulary.Instance));
            using (var file = File.OpenWrite(path))
            {
                file.Position = place;
                file.WriteByte(bytes[place]);
            }
        }

        Assert.Equal(7, SnapshotFile.Read(path, TestVocabulary.Instance).Snapshot.Position);

        // The mark and the position are compared with the database, by whoever reads it.
        static bool IsFree(int place) => place is >= 40 and < 80;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(95)]
    [InlineData(3_000)]
    public void A_file_that_ends_early_is_refused(int length)
    {
        Write(Snapshot.Build(Published(Saved.From([new ListingBuilder().Build(TestVocabulary.Instance)])), TestVocabulary.Instance, 7), TestVocabulary.Instance);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(length);
        }

        Assert.Throws<InvalidDataException>(() => SnapshotFile.Read(path, TestVocabulary.Instance));
    }

    [Fact]
    public void A_file_made_with_other_words_is_refused()
    {
        Write(Snapshot.Build([], TestVocabulary.Instance, 7), TestVocabulary.Instance);
        var other = new Vocabulary([.. TestVocabulary.Instance.Techniques.Skip(1)], TestVocabulary.Instance.Areas);

        Assert.Contains("other words", Assert.Throws<InvalidDataException>(() => SnapshotFile.Read(path, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_since_it_was_built_is_not_written()
    {
        var changed = Snapshot.Build([], TestVocabulary.Instance, 7).With(new Dictionary<long, PublishedListing?> { [1] = null }, 8);

        Assert.Throws<ArgumentException>(() => Write(changed, TestVocabulary.Instance));
    }

    private static void Agree(World world, Snapshot snapshot, IReadOnlyList<Listing> listings)
    {
        foreach (var question in world.Questions)
        {
            Assert.Equal(Oracle.Lines(Oracle.Answer(listings, question, TestVocabulary.Instance)), Oracle.Lines(snapshot.Index.Search(question)));
        }

        Assert.All(
            listings.Where(l => IndexedListing.Of(l) is not null),
            l => Assert.Equal(TestKit.Finder.Cards.Written(TestKit.Finder.Cards.Of(l)), TestKit.Finder.Cards.Written(snapshot.Cards.Of(l.Id))));
    }

    private static IEnumerable<PublishedListing> Published(IEnumerable<Listing> listings) => listings.Where(l => IndexedListing.Of(l) is not null).Select(PublishedOf);

    private static PublishedListing PublishedOf(Listing listing) => new(IndexedListing.Of(listing)!, TestKit.Finder.Cards.Of(listing));

    private void Write(Snapshot snapshot, Vocabulary vocabulary)
    {
        using var file = File.Create(path);
        SnapshotFile.Write(file, snapshot, vocabulary, Mark);
    }
}
