using PractitionerFinder.Core.Finder.Packing;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Core.Listings;

/// <summary>
/// One practitioner's entry: its revisions, what was confirmed and proved, and the searchable rows that the newest
/// approved revision was projected into. Times are UTC.
/// </summary>
public sealed class Listing
{
    /// <summary>Longest slug, in characters.</summary>
    public const int SlugMaxLength = 120;

    private readonly List<Revision> revisions = [];
    private readonly List<Confirmation> confirmations = [];
    private readonly List<ProofCheck> checks = [];
    private readonly List<ListingLocation> locations = [];
    private readonly List<ListingVisitArea> visitAreas = [];
    private readonly List<ListingTechnique> techniques = [];
    private readonly List<ListingCredential> credentials = [];
    private readonly List<ListingArea> areas = [];
    private readonly List<ListingLanguage> languages = [];

    private Listing()
    {
    }

    /// <summary>Begins a listing with its first draft.</summary>
    /// <param name="slug">Its address, unique.</param>
    /// <param name="content">The first draft.</param>
    /// <param name="author">Who writes it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="isDemo">Whether it is fictional.</param>
    public Listing(string slug, ListingContent content, string author, DateTime at, bool isDemo = false)
    {
        Slug = slug;
        IsDemo = isDemo;
        Draft(content, author, at);
    }

    /// <summary>Begins a listing that nobody has written anything of yet.</summary>
    /// <param name="slug">A stand-in for its address until it has a name; unique.</param>
    /// <param name="isDemo">Whether it is fictional.</param>
    public static Listing Begin(string slug, bool isDemo = false) => new() { Slug = slug, IsDemo = isDemo };

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Address of the public page.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Whether it is fictional and marked as such everywhere.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>What staff and owner decided.</summary>
    public ListingState State { get; private set; }

    /// <summary>Until when the owner has paused it, UTC; null when not paused, the end of time when without an end.</summary>
    public DateTime? PausedUntil { get; private set; }

    /// <summary>When the owner paused it last, UTC; null when not paused, and for a pause that was begun before this was kept.</summary>
    public DateTime? PausedAt { get; private set; }

    /// <summary>The listing it was merged into.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>Number of the revision that the public sees; null before the first approval.</summary>
    public int? PublicRevision { get; private set; }

    /// <summary>Rises with every change, so that of two writers one is told.</summary>
    public long Version { get; private set; }

    /// <summary>Name as the public sees it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Headline as written; shown through <see cref="PublicListing"/>.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>Key of the photo as the public sees it; null when there is none.</summary>
    public string? PhotoKey { get; private set; }

    /// <summary>What the photo shows, as written; null when there is none.</summary>
    public string? PhotoAlt { get; private set; }

    /// <summary>The searchable rows once more, for a snapshot to read: <see cref="ListingPack.OfRows"/>. Null before the first approval.</summary>
    public byte[]? PackedRows { get; private set; }

    /// <summary>The confirmations once more: <see cref="ListingPack.OfConfirmations"/>. Null before the first.</summary>
    public byte[]? PackedConfirmations { get; private set; }

    /// <summary>Plain words that a search for words looks through: a space before and after each.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Whether new people are taken on.</summary>
    public Accepting Accepting { get; private set; }

    /// <summary>Gender, when said.</summary>
    public Gender? Gender { get; private set; }

    /// <summary>Whether sessions over video or telephone are offered.</summary>
    public bool OffersOnline { get; private set; }

    /// <summary>Whether online sessions are held on weekday evenings.</summary>
    public bool OnlineEvenings { get; private set; }

    /// <summary>Whether online sessions are held at weekends.</summary>
    public bool OnlineWeekends { get; private set; }

    /// <summary>The older of the confirmations of contact and address, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>From when some fact is overdue, UTC.</summary>
    public DateTime? OverdueFrom { get; private set; }

    /// <summary>
    /// From when the listing is hidden because contact or address were not confirmed, UTC: <see cref="Freshness.DaysUntilHidden"/> days after
    /// the first of them fell due, and never before <see cref="NotHiddenBefore"/>. Everything that shows or finds listings goes by this.
    /// </summary>
    public DateTime? HiddenFrom { get; private set; }

    /// <summary>Until when it stays shown whatever was not confirmed, because nobody could be warned in time, UTC; null when that never was so.</summary>
    public DateTime? NotHiddenBefore { get; private set; }

    /// <summary>Of contact and address the one that is due first: it is what hides the listing. Null before the first approval.</summary>
    public Confirmation? HidingFact => confirmations.Where(c => Freshness.Hides(c.Fact)).MinBy(c => c.DueAt);

    /// <summary>Every saved state, oldest first.</summary>
    public IReadOnlyList<Revision> Revisions => revisions;

    /// <summary>The last confirmation of each fact.</summary>
    public IReadOnlyList<Confirmation> Confirmations => confirmations;

    /// <summary>Proof seen by staff.</summary>
    public IReadOnlyList<ProofCheck> Checks => checks;

    /// <summary>Searchable places.</summary>
    public IReadOnlyList<ListingLocation> Locations => locations;

    /// <summary>Searchable home-visit areas.</summary>
    public IReadOnlyList<ListingVisitArea> VisitAreas => visitAreas;

    /// <summary>Searchable techniques.</summary>
    public IReadOnlyList<ListingTechnique> Techniques => techniques;

    /// <summary>Public credentials.</summary>
    public IReadOnlyList<ListingCredential> Credentials => credentials;

    /// <summary>Searchable body areas.</summary>
    public IReadOnlyList<ListingArea> Areas => areas;

    /// <summary>Searchable languages.</summary>
    public IReadOnlyList<ListingLanguage> Languages => languages;

    /// <summary>Whether the owner's pause holds.</summary>
    public bool IsPaused(DateTime now) => PausedUntil > now;

    /// <summary>Whether it is hidden because contact or address were not confirmed for too long.</summary>
    public bool IsHidden(DateTime now) => HiddenFrom <= now;

    /// <summary>Whether some fact is overdue.</summary>
    public bool IsOverdue(DateTime now) => OverdueFrom <= now;

    /// <summary>Whether search may show it.</summary>
    public bool IsFindable(DateTime now) => State == ListingState.Published && !IsPaused(now) && !IsHidden(now);

    /// <summary>Whether we hold unexpired, checked proof for a technique.</summary>
    public bool HasProof(string technique, DateTime now) => techniques.Exists(t => t.Slug == technique && t.IsProven(now));

    /// <summary>Saves a new draft and returns it.</summary>
    public Revision Draft(ListingContent content, string author, DateTime at)
    {
        var revision = new Revision(revisions.Count == 0 ? 1 : revisions.Max(r => r.Number) + 1, content, author, at);
        revisions.Add(revision);
        return revision;
    }

    /// <summary>Hands a draft in.</summary>
    /// <exception cref="InvalidOperationException">It is not a draft.</exception>
    public void Submit(int number, DateTime at) => Find(number).Submit(at);

    /// <summary>The revision that waits for staff; null when none does.</summary>
    public Revision? Waiting => revisions.Find(r => r.State == RevisionState.Submitted);

    /// <summary>Hands content in to be reviewed; what waited before is withdrawn, so that staff decide the newest alone.</summary>
    public Revision Propose(ListingContent content, string author, DateTime at)
    {
        Waiting?.Withdraw(at);
        var revision = Draft(content, author, at);
        revision.Submit(at);
        return revision;
    }

    /// <summary>Takes the waiting revision back.</summary>
    /// <exception cref="InvalidOperationException">Revision <paramref name="number"/> does not wait.</exception>
    public void Withdraw(int number, DateTime at) => Find(number).Withdraw(at);

    /// <summary>
    /// Makes a change of small facts public at once: a revision of its own upon the public one, approved by the rule. A
    /// revision that waits takes the same facts over, and whoever decides it still decides the rest.
    /// </summary>
    /// <param name="small">The public content with the small facts changed and nothing else.</param>
    /// <param name="author">Who changes it.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="vocabulary">The words in force.</param>
    /// <exception cref="InvalidOperationException">There is no public revision, or something is changed that needs review.</exception>
    public Revision ChangeSmallFacts(ListingContent small, string author, DateTime at, Vocabulary vocabulary)
    {
        var before = PublicContent ?? throw new InvalidOperationException("Nothing is public that a small change could be made to.");
        if (!SmallFacts.OnlyDiffer(before, small))
        {
            throw new InvalidOperationException("This changes a fact that needs review.");
        }

        var waiting = Waiting;
        var revision = Draft(small, author, at);
        revision.Submit(at);
        revision.Decide(RevisionState.Approved, Revision.Rule, at, null);
        waiting?.Carry(SmallFacts.Carry(small, waiting.Content));
        PublicRevision = revision.Number;
        ConfirmChanged(before, small, author, at);
        Project(small, vocabulary);
        return revision;
    }

    /// <summary>
    /// The listing as it would be with other content approved: what a preview shows. It shares nothing with the database.
    /// </summary>
    public Listing With(ListingContent content, Vocabulary vocabulary, DateTime at)
    {
        var twin = new Listing(Slug, content, "", at, IsDemo) { Id = Id };
        twin.checks.AddRange(checks);
        if (!IsHidden(at) && confirmations.Count > 0)
        {
            twin.NotHiddenBefore = NotHiddenBefore;
            twin.confirmations.AddRange(confirmations);
            twin.Reckon();
        }

        twin.Submit(1, at);
        twin.Approve(1, "", at, vocabulary);
        return twin;
    }

    /// <summary>
    /// The listing with the words that were public at an instant, published and confirmed; null when none were. It shares nothing with the database.
    /// </summary>
    /// <param name="instant">When, UTC.</param>
    /// <param name="firstProof">When staff first saw a proof of it, UTC; before that none counts.</param>
    /// <param name="vocabulary">The words in force.</param>
    public Listing? AsOf(DateTime instant, DateTime? firstProof, Vocabulary vocabulary)
    {
        if (revisions.Where(r => r.State == RevisionState.Approved && r.DecidedAt <= instant).MaxBy(r => r.DecidedAt) is not { } shown)
        {
            return null;
        }

        var twin = new Listing(Slug, shown.Content, "", instant, IsDemo) { Id = Id };
        twin.checks.AddRange(firstProof <= instant ? checks : []);
        twin.Submit(1, instant);
        twin.Approve(1, "", instant, vocabulary);
        return twin;
    }

    /// <summary>Gives a listing that was never public its address.</summary>
    /// <exception cref="InvalidOperationException">It was public: its address is known.</exception>
    public void MoveTo(string slug)
    {
        if (PublicRevision is not null)
        {
            throw new InvalidOperationException("The address of a listing that was public stays.");
        }

        Slug = slug;
    }

    /// <summary>
    /// Makes a submitted revision, or an older approved one, what the public sees. A first approval publishes the
    /// listing, and what nobody confirmed before counts as confirmed by its author when it was handed in.
    /// </summary>
    /// <exception cref="InvalidOperationException">The revision is not submitted or approved.</exception>
    public void Approve(int number, string by, DateTime at, Vocabulary vocabulary)
    {
        var revision = Find(number);
        var before = PublicContent;
        var isNew = revision.State == RevisionState.Submitted;
        revision.Decide(RevisionState.Approved, by, at, null);
        PublicRevision = number;
        if (State == ListingState.Unpublished)
        {
            State = ListingState.Published;
        }

        foreach (var fact in Freshness.Facts.Except(confirmations.Select(c => c.Fact)))
        {
            Confirm(fact, revision.Author, ConfirmedHow.Owner, revision.SubmittedAt ?? at);
        }

        // Who writes a fact anew says that it is true now. To go back to an old revision says nothing of today.
        if (before is not null && isNew)
        {
            ConfirmChanged(before, revision.Content, revision.Author, revision.SubmittedAt ?? at);
        }

        Project(revision.Content, vocabulary);
    }

    /// <summary>Sends a submitted revision back, or refuses it; what the public sees stays.</summary>
    /// <exception cref="InvalidOperationException">The revision is not submitted.</exception>
    public void TurnDown(int number, bool forGood, string by, DateTime at, string reason, IReadOnlyList<FieldReason>? reasons = null) =>
        Find(number).Decide(forGood ? RevisionState.Rejected : RevisionState.ChangesRequested, by, at, reason, reasons);

    /// <summary>Records that a fact was confirmed.</summary>
    public void Confirm(ListingFact fact, string by, ConfirmedHow how, DateTime at)
    {
        var confirmation = confirmations.Find(c => c.Fact == fact);
        if (confirmation is null)
        {
            confirmations.Add(confirmation = new Confirmation(fact));
        }

        confirmation.Set(at, by, how);
        Reckon();
    }

    /// <summary>Records that staff saw proof of a credential of the public revision.</summary>
    /// <param name="credentialKey">Key of the credential within the content.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="validUntil">The instant from which it no longer holds, UTC; null when it does not expire.</param>
    /// <param name="vocabulary">The words in force.</param>
    /// <exception cref="InvalidOperationException">The public revision has no such credential.</exception>
    public void Check(string credentialKey, string by, DateTime at, DateTime? validUntil, Vocabulary vocabulary)
    {
        var content = PublicContent ?? throw new InvalidOperationException("There is no public revision whose proof could be checked.");
        var credential = content.Credentials.FirstOrDefault(c => c.Key == credentialKey)
            ?? throw new InvalidOperationException($"The public revision has no credential '{credentialKey}'.");
        checks.RemoveAll(c => c.CredentialKey == credentialKey);
        checks.Add(new ProofCheck(credential, at, by, validUntil));
        Project(content, vocabulary);
    }

    /// <summary>Takes the listing out of search until an instant, or until it is resumed.</summary>
    /// <param name="until">The instant, UTC; null for a pause without an end.</param>
    /// <param name="at">When it begins, UTC.</param>
    public void Pause(DateTime? until, DateTime at)
    {
        PausedUntil = until ?? DateTime.MaxValue;
        PausedAt = at;
    }

    /// <summary>Ends a pause.</summary>
    public void Resume() => (PausedUntil, PausedAt) = (null, null);

    /// <summary>Lets it stay shown until an instant at the least, because its owners could not be warned before. It never hides it sooner.</summary>
    /// <param name="at">The instant, UTC; it counts in whole seconds, rounded up.</param>
    public void HideNoSoonerThan(DateTime at)
    {
        var whole = new DateTime((at.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        if (!(NotHiddenBefore >= whole))
        {
            NotHiddenBefore = whole;
            Reckon();
        }
    }

    /// <summary>Staff take it down.</summary>
    public void Suspend() => Move(ListingState.Suspended, ListingState.Published);

    /// <summary>Staff put it back.</summary>
    public void Reinstate() => Move(ListingState.Published, ListingState.Suspended);

    /// <summary>Ends it; with another listing, that one takes its place and its address leads there.</summary>
    public void Archive(long? mergedIntoId = null)
    {
        Move(ListingState.Archived, ListingState.Unpublished, ListingState.Published, ListingState.Suspended);
        MergedIntoId = mergedIntoId;
    }

    /// <summary>An owner wants it erased: it leaves the site now, and comes back by <see cref="Restore"/> until it is.</summary>
    /// <param name="by">The account that asks.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="withAccount">Whether it goes because its only owner's account does.</param>
    public ListingDeletion Close(long by, DateTime at, bool withAccount)
    {
        var deletion = new ListingDeletion(Id, by, at, withAccount, State);
        State = ListingState.Archived;
        return deletion;
    }

    /// <summary>Puts it back to how it stood before <see cref="Close"/>.</summary>
    /// <exception cref="InvalidOperationException">The deletion is another listing's.</exception>
    public void Restore(ListingDeletion deletion)
    {
        if (deletion.ListingId != Id)
        {
            throw new InvalidOperationException($"The deletion is of listing {deletion.ListingId}, and not of {Id}.");
        }

        State = deletion.StateBefore;
    }

    /// <summary>Ends what leads readers from here to another listing, which is erased.</summary>
    public void LoseMerge() => MergedIntoId = null;

    /// <summary>The content that the public revision holds; null before the first approval.</summary>
    public ListingContent? PublicContent => PublicRevision is { } number ? Find(number).Content : null;

    /// <summary>
    /// The address for mail, for somebody who asks for it; null unless the listing is shown, not paused, and its owner chose
    /// to give the address out. It is read here alone: <see cref="PublicListing"/> says only whether there is one to ask for.
    /// </summary>
    public string? PublicEmail(DateTime now) =>
        Standing(now) == PublicStanding.Shown && PublicContent?.Contact is { EmailIsPublic: true } contact ? contact.Email : null;

    /// <summary>What the public is told at the listing's address.</summary>
    public PublicStanding Standing(DateTime now) => State switch
    {
        ListingState.Archived when MergedIntoId is not null => PublicStanding.Moved,
        ListingState.Unpublished => PublicStanding.Unknown,
        ListingState.Published when !IsHidden(now) => IsPaused(now) ? PublicStanding.Paused : PublicStanding.Shown,
        _ => PublicStanding.Gone,
    };

    /// <summary>Writes the packed rows and confirmations from those that were loaded.</summary>
    public void Repack() => (PackedRows, PackedConfirmations) = (ListingPack.OfRows(this), ListingPack.OfConfirmations(confirmations));

    /// <summary>Moves every date by some days: how demonstration data keeps its age.</summary>
    /// <exception cref="InvalidOperationException">The listing is not fictional.</exception>
    public void ShiftDemoDates(int days, Vocabulary vocabulary)
    {
        if (!IsDemo)
        {
            throw new InvalidOperationException("Only demonstration data has its dates moved.");
        }

        revisions.ForEach(r => r.Shift(days));
        checks.ForEach(c => c.Shift(days));
        PausedUntil = PausedUntil is null || PausedUntil == DateTime.MaxValue ? PausedUntil : PausedUntil.Value.AddDays(days);
        PausedAt = PausedAt?.AddDays(days);
        foreach (var confirmation in confirmations.ToList())
        {
            Confirm(confirmation.Fact, confirmation.By, confirmation.How, confirmation.At.AddDays(days));
        }

        if (PublicContent is { } content)
        {
            Project(content, vocabulary);
        }
    }

    private void Reckon()
    {
        OverdueFrom = confirmations.Min(c => c.DueAt);
        var contactable = confirmations.Where(c => Freshness.Hides(c.Fact)).ToList();
        ConfirmedAt = contactable.Count == 0 ? null : contactable.Min(c => c.At);
        var planned = HidingFact?.DueAt.AddDays(Freshness.DaysUntilHidden);
        HiddenFrom = planned < NotHiddenBefore ? NotHiddenBefore : planned;
        PackedConfirmations = ListingPack.OfConfirmations(confirmations);
    }

    private void ConfirmChanged(ListingContent before, ListingContent after, string by, DateTime at)
    {
        foreach (var fact in FactsOf.Changed(before, after))
        {
            Confirm(fact, by, ConfirmedHow.Owner, at);
        }
    }

    private void Project(ListingContent content, Vocabulary vocabulary)
    {
        Name = content.Name;
        Headline = content.Headline;
        (PhotoKey, PhotoAlt) = (content.Photo?.Key, content.Photo?.Alt);
        Accepting = content.Accepting;
        Gender = content.Gender;
        OffersOnline = content.Online is not null;
        OnlineEvenings = content.Online?.Hours?.HasEvenings ?? false;
        OnlineWeekends = content.Online?.Hours?.HasWeekends ?? false;
        var live = content.Credentials.Select(c => (Credential: c, Check: checks.Find(k => k.IsOf(c)))).ToList();
        Replace(credentials, live.Select(p => new ListingCredential(p.Credential, p.Check)));
        Replace(techniques, content.Techniques.Select((t, i) => new ListingTechnique(
            t.Slug,
            i,
            vocabulary.Technique(t.Slug)?.NeedsProof ?? false,
            live.Where(p => p.Check is not null && p.Credential.Techniques.Contains(t.Slug)).Max(p => p.Check?.ValidUntil))));
        Replace(locations, content.Locations.Select(l => new ListingLocation(l)));
        Replace(visitAreas, content.VisitAreas.Select(v => new ListingVisitArea(v)));
        Replace(areas, content.Areas.Distinct().Select(a => new ListingArea(a)));
        Replace(languages, content.Languages.Distinct().Select(l => new ListingLanguage(l)));
        SearchText = SearchWords.Of(content, vocabulary);
        PackedRows = ListingPack.OfRows(this);
    }

    private static void Replace<T>(List<T> rows, IEnumerable<T> with)
    {
        rows.Clear();
        rows.AddRange(with);
    }

    private void Move(ListingState to, params ListingState[] from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"A listing that is {State} cannot become {to}.");
        }

        State = to;
    }

    private Revision Find(int number) => revisions.Find(r => r.Number == number)
        ?? throw new InvalidOperationException($"There is no revision {number}, or it was not loaded.");
}
