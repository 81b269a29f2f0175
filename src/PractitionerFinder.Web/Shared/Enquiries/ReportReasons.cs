using PractitionerFinder.Core.Enquiries;

namespace PractitionerFinder.Web.Shared.Enquiries;

/// <summary>Why an enquiry is reported, in words: to who reports it and to staff.</summary>
public static class ReportReasons
{
    public static string InWords(this ReportReason reason) => reason switch
    {
        ReportReason.Advertising => "Advertising, or the same sent to many",
        ReportReason.Abuse => "Insults or threats",
        ReportReason.Sexual => "Asks for something sexual",
        _ => "Something else that should not have been sent",
    };
}
