using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Tests.Seeding;

public sealed class DemoFictionTests(DemoPopulation demo)
{
    // Written here a second time, from the regulators' lists, so that a slip in the table is seen.
    private static readonly string[] Reserved =
    [
        @"^\+44 (113|114|115|116|117|118|121|131|141|151|161) 496 0\d{3}$",
        @"^\+44 191 498 0\d{3}$",
        @"^\+44 20 7946 0\d{3}$",
        @"^\+44 28 9649 6\d{3}$",
        @"^\+44 29 2018 0\d{3}$",
        @"^\+44 1632 960\d{3}$",
        @"^\+44 7700 900\d{3}$",
        @"^\+1 [2-9]\d\d 555 01\d\d$",
        @"^\+61 [2378] (5550|7010) \d{4}$",
        @"^\+353 20 91\d \d{4}$",
        @"^\+49 (30 23125|40 66969|69 90009|89 99998|221 4710)\d{3}$",
    ];

    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["GB"] = "+44 ",
        ["US"] = "+1 ",
        ["CA"] = "+1 ",
        ["AU"] = "+61 ",
        ["IE"] = "+353 ",
        ["DE"] = "+49 ",
    };

    [Fact]
    public void Telephones_ring_nobody()
    {
        var phones = demo.Contents.SelectMany(c => c.Locations.Select(l => l.Phone).Append(c.Contact.Phone)).OfType<string>().ToList();

        Assert.InRange(phones.Count, 1_500, 3_000);
        Assert.All(phones, phone => Assert.Single(Reserved, pattern => System.Text.RegularExpressions.Regex.IsMatch(phone, pattern)));
    }

    [Fact]
    public void Telephones_are_of_the_country()
    {
        Assert.All(demo.Contents.Where(c => c.Contact.Phone is not null && c.Locations.Count > 0), c => Assert.StartsWith(
            Prefixes[c.Locations[0].Address.Country], c.Contact.Phone, StringComparison.Ordinal));
    }

    [Fact]
    public void Mail_and_sites_are_under_a_name_kept_for_examples()
    {
        Assert.All(demo.Contents, c =>
        {
            Assert.Matches(@"^[a-z0-9@.-]+\.example$", c.Contact.Email);
            Assert.Matches(@"^(https://[a-z0-9.-]+\.example/)?$", c.Contact.Website ?? "");
            Assert.InRange(c.Contact.Website?.Length ?? 0, 0, ContactChoices.WebsiteMaxLength);
            Assert.All(new Uri(c.Contact.Website ?? "https://none.example/").Host.Split('.'), label => Assert.InRange(label.Length, 1, 63));
        });
    }

    [Fact]
    public void Registers_and_schools_say_that_they_are_invented()
    {
        const string invented = @"\b(Example|Sample|Demo|Specimen|Fictional|demo)\b";
        Assert.All(demo.Contents.SelectMany(c => c.Credentials), c => Assert.Matches(invented, c.Register));
        Assert.All(demo.Contents.SelectMany(c => c.Techniques).Select(t => t.Training).OfType<Training>(), t => Assert.Matches(invented, t.Provider));
    }

    [Fact]
    public void Postcodes_are_never_of_one_street()
    {
        Assert.All(demo.Contents.SelectMany(c => c.Locations).Select(l => l.Address), a => Assert.Matches(
            a.Country switch
            {
                "GB" => @"^[A-Z]{1,2}\d[A-Z\d]?$",
                "IE" => @"^[A-Z]\d[\dW]$",
                "CA" => @"^[A-Z]\d[A-Z]$",
                "US" or "DE" => @"^\d{5}$",
                _ => @"^\d{4}$",
            },
            a.Postcode));
    }
}
