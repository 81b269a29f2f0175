using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class RadiusTests
{
    [Theory]
    [InlineData("10mi", 10, DistanceUnit.Miles, 16_093)]
    [InlineData("0km", 0, DistanceUnit.Kilometres, 0)]
    [InlineData("0.001km", 0.001, DistanceUnit.Kilometres, 1)]
    [InlineData("2.50KM", 2.5, DistanceUnit.Kilometres, 2_500)]
    [InlineData("007Mi", 7, DistanceUnit.Miles, 11_265)]
    [InlineData("25 mi", 25, DistanceUnit.Miles, 40_234)]
    [InlineData(".5km", 0.5, DistanceUnit.Kilometres, 500)]
    [InlineData("20015km", 20_015, DistanceUnit.Kilometres, 20_015_000)]
    [InlineData("12436mi", 12_436, DistanceUnit.Miles, 20_013_802)]
    public void Is_read_from_a_number_and_a_unit(string text, double amount, DistanceUnit unit, int metres)
    {
        Assert.Equal(new Radius((decimal)amount, unit), Radius.Read(text));
        Assert.Equal(metres, Radius.Read(text)!.Value.Metres);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("mi")]
    [InlineData("km10")]
    [InlineData("-1km")]
    [InlineData("+1km")]
    [InlineData("1,5km")]
    [InlineData("1.2345km")]
    [InlineData("1e3km")]
    [InlineData("0x10km")]
    [InlineData("NaNkm")]
    [InlineData("∞km")]
    [InlineData("١٠km")]
    [InlineData("10mi; DROP TABLE Listings")]
    [InlineData("10 miles")]
    [InlineData("10m")]
    [InlineData("20017km")]
    [InlineData("99999mi")]
    [InlineData("99999999999999999999999999999999km")]
    [InlineData("1..5km")]
    [InlineData(" 10km")]
    [InlineData("1 0km")]
    [InlineData("10km\0")]
    [InlineData("10km\n")]
    public void What_is_no_distance_on_the_earth_is_refused(string text) => Assert.Null(Radius.Read(text));

    [Fact]
    public void What_it_writes_it_reads_again() => Earth.Holds(
        from thousandths in Gen.Choose(0, 12_000_000) from unit in Gen.Elements(Enum.GetValues<DistanceUnit>()) select new Radius(thousandths / 1000m, unit),
        radius => Radius.Read(radius.ToString()) == radius && Radius.Read(radius.ToString())!.Value.ToString() == radius.ToString());

    [Fact]
    public void Reading_text_of_any_kind_never_fails() => Earth.Holds(
        Gen.Choose(0, 12).SelectMany(length => Gen.Elements("0123456789.,-+eE mikKM\0\n∞".ToCharArray()).ArrayOf(length)).Select(c => new string(c)),
        text => Radius.Read(text) is not { } radius || (radius.Amount >= 0 && radius.Metres is >= 0 and <= GreatCircle.FurthestMetres));
}
