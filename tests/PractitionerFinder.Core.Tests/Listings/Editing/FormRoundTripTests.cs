using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography.Places;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class FormRoundTripTests(GazetteerFixture places)
{
    private static readonly ListingContent Content = Contents.Full with { Contact = Contents.Full.Contact with { Website = "https://example.org/" } };

    [Fact]
    public void A_form_that_nobody_touched_says_what_was_there() => Assert.Empty(ContentDiff.Between(Content, Read(Content)));

    [Fact]
    public void A_base_of_visits_that_is_no_place_keeps_its_address_and_its_cell()
    {
        // A cell as it is chosen in open country; a gazetteer that knows Leeds would choose a smaller one.
        var cell = CoarseCell.Containing(Make.TruePoint, _ => false);
        var content = Content with { VisitAreas = [Content.VisitAreas[0] with { BaseCell = cell }] };

        var area = Assert.Single(Read(content).VisitAreas);

        Assert.Equal((cell, "7 Zinnia Passage"), (area.BaseCell, area.Base.Lines[0]));
    }

    [Fact]
    public void Of_two_places_in_one_cell_visits_start_from_the_one_of_their_address() =>
        Assert.Equal(["home", "p2"], FormWriter.Of(Content).Visits.Areas.Select(v => v.From));

    private ListingContent Read(ListingContent content) =>
        new FormReader(TestVocabulary.Instance, places.Gazetteer).Read(FormWriter.Of(content), content, new DateOnly(2026, 3, 1)).Content;
}
