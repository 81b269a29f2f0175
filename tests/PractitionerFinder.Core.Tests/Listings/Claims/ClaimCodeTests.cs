using System.Text;
using PractitionerFinder.Core.Listings.Claims;

namespace PractitionerFinder.Core.Tests.Listings.Claims;

public sealed class ClaimCodeTests
{
    [Fact]
    public void What_is_kept_tells_the_code_from_any_other_and_does_not_hold_it()
    {
        var code = ClaimCode.New();
        var hash = ClaimCode.Hash(code);

        Assert.Matches("^[0-9]{8}$", code);
        Assert.Equal(ClaimCode.HashBytes, hash.Length);
        Assert.True(ClaimCode.IsRight(code, hash));
        Assert.True(ClaimCode.IsRight($" {code[..4]} {code[4..]}\n", hash));
        Assert.False(ClaimCode.IsRight(code == "00000000" ? "00000001" : "00000000", hash));
        Assert.NotEqual(hash, ClaimCode.Hash(code));
        Assert.True(hash.AsSpan().IndexOf(Encoding.ASCII.GetBytes(code)) < 0);
    }

    [Theory]
    [InlineData("12345678", true)]
    [InlineData("1234 5678", true)]
    [InlineData("1234-5678", true)]
    [InlineData("1234567", false)]
    [InlineData("123456789", false)]
    [InlineData("1234567a", false)]
    [InlineData("١٢٣٤٥٦٧٨", false)]
    [InlineData("", false)]
    public void What_cannot_be_a_code_costs_no_try(string typed, bool expected) => Assert.Equal(expected, ClaimCode.CouldBe(typed));
}
