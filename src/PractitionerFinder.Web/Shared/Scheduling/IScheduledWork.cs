namespace PractitionerFinder.Web.Shared.Scheduling;

/// <summary>
/// Work that the clock asks for and no request. Every node does it: it reads from the database what is due, does nothing twice, and is whole
/// again after it was stopped in the middle. What two nodes must not do twice is decided by the database.
/// </summary>
public interface IScheduledWork
{
    /// <summary>Does what is due now.</summary>
    Task RunAsync(CancellationToken cancel);
}
