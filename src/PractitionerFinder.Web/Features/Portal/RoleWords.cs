using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Roles and invitations in words.</summary>
public static class RoleWords
{
    public static string InWords(this MemberRole role) => role == MemberRole.Owner ? "an owner" : "an editor";

    /// <summary>What somebody is invited to, to an owner.</summary>
    public static string InWords(this InvitedAs role) => role switch
    {
        InvitedAs.Editor => "Invited as an editor",
        InvitedAs.CoOwner => "Invited as a co-owner",
        InvitedAs.Successor => "Takes it over; whoever invited becomes an editor",
        _ => "Takes it over; whoever invited leaves",
    };

    /// <summary>What accepting does, to the one who is invited.</summary>
    public static string WhatYouDo(this InvitedAs role, string by) => role switch
    {
        InvitedAs.Editor => "As an editor you change what it says and send it for review.",
        InvitedAs.CoOwner => "As a co-owner you change what it says, say who else takes part, and can pause it or hand it over.",
        InvitedAs.Successor => $"You take it over: you become its owner, and {by} stays as an editor.",
        _ => $"You take it over: you become its owner, and {by} leaves it.",
    };
}
