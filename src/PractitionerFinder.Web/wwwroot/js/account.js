// Public pages are the same for everybody. For who is signed in, which a cookie without a name says, the way in becomes the way to
// their account.

const account = document.getElementById("account-link");
if (account && /(^|;\s*)signed-in=1(;|$)/.test(document.cookie)) {
  account.href = account.dataset.signedIn;
  account.textContent = "Your account";
}

// People whom a reader saves: the addresses of their pages, kept in this browser and told to nobody.

const KEY = "saved";
const MOST = 12; // as the page of the list
const PAGE = "/shortlist";

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((slug) => typeof slug === "string").slice(0, MOST) : [];
  } catch { return []; }
};

// Says whether it was kept: a browser may be told to keep nothing, or be full.
const write = (slugs) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs));
  } catch { return false; }
  changed();
  return true;
};

const addressOf = (slugs) => slugs.length ? `${PAGE}?${new URLSearchParams(slugs.map((slug) => ["who", slug]))}` : PAGE;

const listeners = new Set();
const changed = () => { for (const listener of listeners) listener(); };
addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) changed(); });
addEventListener("pageshow", (event) => { if (event.persisted) changed(); });

const link = document.getElementById("saved-link");
if (link) {
  const count = link.querySelector(".badge");
  const show = () => {
    const slugs = read();
    link.href = addressOf(slugs);
    count.hidden = slugs.length === 0;
    count.textContent = slugs.length;
  };
  listeners.add(show);
  show();
}

globalThis.savedPeople = { read, write, addressOf, listeners, MOST };
