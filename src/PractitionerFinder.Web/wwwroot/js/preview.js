// The preview follows while somebody types in another tab of theirs: each time that something was saved there.
const listing = location.pathname.match(/\d+/)?.[0];
new BroadcastChannel("draft-saved").addEventListener("message", ({ data }) => {
  if (String(data).startsWith(`draft:${listing}:`)) location.reload();
});
