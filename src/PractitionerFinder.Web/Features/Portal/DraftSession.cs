using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>
/// A section while it is typed in: keeps it on the server shortly after each change, tells what another wrote meanwhile, and
/// says beside each field what is wrong. What is not kept yet is mirrored in the tab by draft.js, which learns from each
/// field's last kept value what it may forget.
/// </summary>
public sealed class DraftSession : IDisposable
{
    /// <summary>A change is kept this long after it was made, whether or not more is typed.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(600);

    /// <summary>When it could not be kept, it is tried again after this long.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(3);

    private readonly SaveDraft save;
    private readonly FormReader reader;
    private readonly TimeProvider time;
    private readonly List<IKeptField> fields = [];
    private readonly HashSet<string> touched = [];
    private readonly ITimer timer;
    private string keptJson;
    private bool isWaiting;
    private bool isSaving;
    private bool isAgain;

    /// <param name="book">The listing as it was read.</param>
    /// <param name="section">The section that is typed in.</param>
    /// <param name="account">Who types.</param>
    /// <param name="save">Keeps it.</param>
    /// <param name="reader">Judges it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="dispatch">Runs work where the page is drawn.</param>
    public DraftSession(
        Workbook book, string section, long account, SaveDraft save, FormReader reader, TimeProvider time, Func<Func<Task>, Task> dispatch)
    {
        (this.save, this.reader, this.time, Account) = (save, reader, time, account);
        Listing = book.Listing.Id;
        Section = section;
        Form = book.Form;
        Sent = book.Listing.Base();
        IsPublished = book.Listing.PublicContent is not null;
        Reasons = [.. book.ReasonsOf(section)];
        var draft = book.Drafts.FirstOrDefault(d => d.Section == section);
        Version = draft?.Version ?? 0;
        keptJson = Form.Write(section);
        KeptAt = draft?.SavedAt;
        Faults = [.. book.Reading.Of(section)];
        timer = time.CreateTimer(_ => _ = dispatch(SaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something that is shown has changed.</summary>
    public event Action? Changed;

    /// <summary>Who types; 0 once they are signed out.</summary>
    public long Account { get; set; }

    /// <summary>The listing.</summary>
    public long Listing { get; }

    /// <summary>The section that is typed in.</summary>
    public string Section { get; }

    /// <summary>Every section; the one that is typed in is changed in place.</summary>
    public ListingForm Form { get; private set; }

    /// <summary>What the form stands on.</summary>
    public ListingContent? Sent { get; }

    /// <summary>Whether there is a public page.</summary>
    public bool IsPublished { get; }

    /// <summary>What staff asked to be changed here.</summary>
    public IReadOnlyList<FieldReason> Reasons { get; }

    /// <summary>What has to be put right here.</summary>
    public IReadOnlyList<FormFault> Faults { get; private set; }

    /// <summary>Version of the section that what is typed stands on.</summary>
    public long Version { get; private set; }

    /// <summary>When it was kept last, UTC.</summary>
    public DateTime? KeptAt { get; private set; }

    /// <summary>Whether something is typed that is not kept.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Why it could not be kept; null when it could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Who else wrote here meanwhile; null when nobody did.</summary>
    public string? Other { get; private set; }

    /// <summary>Fields that both changed: until one of the two is chosen, nothing more is kept.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    /// <summary>Whether every fault is shown, and not only those of fields that were left.</summary>
    public bool ShowsAll { get; private set; }

    /// <summary>A field joins, to be told when what it holds is kept.</summary>
    public void Join(IKeptField field) => fields.Add(field);

    /// <summary>A field leaves.</summary>
    public void Leave(IKeptField field) => fields.Remove(field);

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        IsDirty = true;
        if (!isWaiting && Conflicts.Count == 0)
        {
            isWaiting = true;
            timer.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A field was left: what is wrong with it is said from now on.</summary>
    public void Leave(string path)
    {
        touched.Add(path);
        Judge();
        Changed?.Invoke();
    }

    /// <summary>Keeps what is there at once: after something was added or taken away.</summary>
    public Task FlushAsync()
    {
        IsDirty = true;
        return SaveAsync();
    }

    /// <summary>Shows everything that is wrong here.</summary>
    public void ShowAll()
    {
        ShowsAll = true;
        Judge();
        Changed?.Invoke();
    }

    /// <summary>What is to be said beside a field.</summary>
    public string? FaultOf(string path) =>
        ShowsAll || touched.Contains(path) ? Faults.FirstOrDefault(f => f.Field == path)?.Words : null;

    /// <summary>Takes, of a field that two changed, the other's words or one's own.</summary>
    public Task ResolveAsync(Conflict conflict, bool takeTheirs)
    {
        if (takeTheirs)
        {
            var part = JsonNode.Parse(Form.Write(Section))!;
            DraftMerge.Put(part, conflict.Path, conflict.Theirs);
            Form = Form.WithPart(Section, part.ToJsonString());
        }

        Conflicts = [.. Conflicts.Where(c => c != conflict)];
        Changed?.Invoke();
        return Conflicts.Count == 0 ? FlushAsync() : Task.CompletedTask;
    }

    public void Dispose() => timer.Dispose();

    private void Judge() =>
        Faults = [.. reader.Read(Form, Sent, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Of(Section)];

    private async Task SaveAsync()
    {
        isWaiting = false;
        if (isSaving)
        {
            isAgain = true;
            return;
        }

        isSaving = true;
        try
        {
            do
            {
                isAgain = false;
                await SaveOnceAsync();
            }
            while (isAgain && Trouble is null && Conflicts.Count == 0);
        }
        finally
        {
            isSaving = false;
        }

        Judge();
        Changed?.Invoke();
    }

    private async Task SaveOnceAsync()
    {
        if (Conflicts.Count > 0)
        {
            return;
        }

        var json = Form.Write(Section);
        fields.ForEach(f => f.Take());
        SaveDraft.Result result;
        try
        {
            // What is being written is written to its end, whatever becomes of the page.
            result = await save.RunAsync(Listing, Account, Section, Version, json, CancellationToken.None);
        }
        catch (Exception error) when (error is DbException or DbUpdateException or IOException)
        {
            Trouble = "It could not be saved just now. Your words stay on this page and we try again; do not close it yet.";
            isWaiting = true;
            timer.Change(Retry, Timeout.InfiniteTimeSpan);
            return;
        }

        Trouble = null;
        switch (result)
        {
            case SaveDraft.Result.Saved saved:
                (Version, KeptAt, keptJson) = (saved.Version, saved.At, json);
                fields.ForEach(f => f.Keep());
                IsDirty = Form.Write(Section) != json;
                isAgain |= IsDirty;
                break;
            case SaveDraft.Result.Changed changed:
                Merge(changed);
                break;
            case SaveDraft.Result.TooLong:
                Trouble = "This is longer than a section can be, so it was not saved. Shorten it.";
                break;
            default:
                Trouble = "It was not saved: you no longer keep this listing, or you are signed out. Copy what you need, and sign in again.";
                break;
        }
    }

    private void Merge(SaveDraft.Result.Changed changed)
    {
        var merged = DraftMerge.Merge(JsonNode.Parse(keptJson), JsonNode.Parse(changed.Json), JsonNode.Parse(Form.Write(Section)));
        Form = Form.WithPart(Section, merged.Value.ToJsonString());
        (Version, keptJson, Other, Conflicts) = (changed.Version, changed.Json, changed.By, merged.Conflicts);
        isAgain = true;
    }
}

/// <summary>A field that is told when what it holds is kept.</summary>
public interface IKeptField
{
    /// <summary>What it holds now is on its way to be kept.</summary>
    void Take();

    /// <summary>What was on its way is kept.</summary>
    void Keep();
}
