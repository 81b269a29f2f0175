// Public pages are the same for everybody. For who is signed in, which a cookie without a name says, the way in becomes the way to
// their account.

const link = document.getElementById("account-link");
if (link && /(^|;\s*)signed-in=1(;|$)/.test(document.cookie)) {
  link.href = link.dataset.signedIn;
  link.textContent = "Your account";
}
