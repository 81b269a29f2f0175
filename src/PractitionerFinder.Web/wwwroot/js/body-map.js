// The questions of the body map. Without this script a form is sent and the page comes back. With it the same answer is put in place of
// the page, so that nothing of it is in the browser's history and "back" asks nobody whether to send a form again.

const PAGE = "body-map";

async function check(form) {
  const address = new URL(form.action);
  const response = await fetch(address.pathname + address.search, { method: "POST", body: new URLSearchParams(new FormData(form)), cache: "no-store" });
  if (!response.ok) throw new Error(`The page answered ${response.status}.`);
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  const page = answer.getElementById(PAGE);
  if (!page) throw new Error("The page answered without its questions.");
  document.getElementById(PAGE).replaceWith(page);
  document.title = answer.title;
  const place = document.getElementById(address.hash.slice(1)) ?? document.querySelector("main");
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest(`#${PAGE}`) || form.method !== "post") return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await check(form);
  } catch {
    // Sent in the ordinary way, the browser says itself what is wrong.
    form.ariaBusy = null;
    form.submit();
  }
});

document.addEventListener("click", (event) => { if (event.target.closest?.("button.print")) print(); });

// Where the address names no country, the language of the browser may: the reader's own number comes first.
class OwnNumber extends HTMLElement {
  connectedCallback() {
    const country = navigator.languages.map((language) => new Intl.Locale(language).region).find(Boolean);
    const own = this.getAttribute("numbers").split(";").map((row) => row.split("=")).find(([code]) => code === country);
    if (!own) return;
    const [, number, name] = own;
    const line = document.createElement("p");
    const call = Object.assign(document.createElement("a"), { className: this.hasAttribute("main") ? "button button-now" : "button", href: `tel:${number}`, textContent: `Call ${number}` });
    line.className = "care-buttons";
    line.append(call, Object.assign(document.createElement("span"), { className: "where", textContent: name }));
    this.prepend(line);
  }
}

customElements.define("own-number", OwnNumber);
