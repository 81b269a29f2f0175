// <draft-keeper data-key> around the fields of a section: keeps in the tab what is typed until the server has it on disk.
// Each field says in data-saved what is on disk; what is typed and differs is held in sessionStorage under the key. When the
// page comes back (a lost connection, a killed server, a reload) it is put back and told to the server again.

const stateOf = (field) => (field.type === "checkbox" || field.type === "radio" ? String(field.checked) : field.value);

// As the framework listens: input for what is typed, change when a field is left or a choice made.
const tell = (field) => {
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

class DraftKeeper extends HTMLElement {
  static observedAttributes = ["data-live", "data-version"];
  #watch;
  #missing = []; // ids of fields that are held and were not there

  connectedCallback() {
    this.addEventListener("input", this.#typed);
    this.addEventListener("change", this.#typed);
    this.addEventListener("pick", this.#picked);
    this.addEventListener("drawing", this.#drawn);
    this.addEventListener("crop", this.#cropped);
    document.addEventListener("draft-reconnected", this.#again);
    this.#watch = new MutationObserver(() => {
      this.#forget();
      // Some fields come when the server has read what they show.
      if (this.#missing.some((id) => document.getElementById(id))) this.#restore();
    });
    this.#watch.observe(this, { subtree: true, childList: true, attributeFilter: ["data-saved"] });
    // The framework puts this element into the page before what is inside it.
    if (this.dataset.live !== undefined) queueMicrotask(() => this.isConnected && this.#restore());
  }

  disconnectedCallback() {
    this.#watch.disconnect();
    document.removeEventListener("draft-reconnected", this.#again);
  }

  attributeChangedCallback(name, before, now) {
    if (name === "data-version") {
      // The preview in another tab follows.
      if (before !== null) new BroadcastChannel("draft-saved").postMessage(this.dataset.key);
    } else if (before === null && now !== null && this.#watch) this.#restore();
  }

  get #held() {
    try { return JSON.parse(sessionStorage.getItem(this.dataset.key)) ?? {}; } catch { return {}; }
  }

  #hold(held) {
    try {
      if (Object.keys(held).length) sessionStorage.setItem(this.dataset.key, JSON.stringify(held));
      else sessionStorage.removeItem(this.dataset.key);
    } catch {
      // A full or forbidden storage: the server still has what it acknowledged.
    }
  }

  #typed = ({ target }) => {
    if (!target.id || target.dataset.saved === undefined) return;
    const held = this.#held;
    // Of radios of a group only the chosen one is worth keeping.
    if (target.type === "radio") for (const other of this.querySelectorAll(`input[name="${CSS.escape(target.name)}"]`)) delete held[other.id];
    held[target.id] = stateOf(target);
    this.#hold(held);
  };

  // What is on disk need not be held.
  #forget() {
    const held = this.#held;
    let forgot = false;
    for (const [id, value] of Object.entries(held)) {
      if (document.getElementById(id)?.dataset.saved === value) {
        delete held[id];
        forgot = true;
      }
    }
    if (forgot) this.#hold(held);
  }

  #restore() {
    let restored = false;
    const left = [];
    this.#missing = [];
    for (const [id, value] of Object.entries(this.#held)) {
      const field = document.getElementById(id);
      if (!field) {
        this.#missing.push(id);
        if (value.trim() && value !== "true" && value !== "false") left.push(value);
      } else if (stateOf(field) !== value) {
        if (field.type === "checkbox" || field.type === "radio") field.click();
        else {
          field.value = value;
          tell(field);
        }
        restored = true;
      } else if (field.dataset.saved !== value) tell(field);
    }
    this.querySelector("[data-restored]").hidden = !restored;
    const place = this.querySelector("[data-left]");
    place.hidden = left.length === 0;
    place.querySelector("ul").replaceChildren(...left.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    const back = sessionStorage.getItem("draft-focus");
    sessionStorage.removeItem("draft-focus");
    if (back) document.getElementById(back)?.focus();
  }

  // The connection is back and the page is the same: the server did not hear what was typed meanwhile.
  #again = () => {
    for (const id of Object.keys(this.#held)) {
      const field = document.getElementById(id);
      if (field) tell(field);
    }
  };

  // A map or a cropper tells what was done with it; it goes into plain fields, as if it were typed.
  #put(id, value) {
    const field = document.getElementById(id);
    if (!field || field.value === String(value)) return;
    field.value = String(value);
    tell(field);
  }

  #picked = ({ target, detail }) => {
    const { latitude, longitude } = target.closest("[data-latitude]").dataset;
    this.#put(latitude, Number(detail.latitude.toFixed(6)));
    this.#put(longitude, Number(detail.longitude.toFixed(6)));
  };

  #drawn = ({ target, detail }) => this.#put(target.closest("[data-outline]").dataset.outline, JSON.stringify(detail));

  // The frame goes with the form beside it, whose button waits for one.
  #cropped = ({ detail }) => {
    const field = this.querySelector("[name=frame]");
    field.value = JSON.stringify(detail);
    for (const button of this.querySelectorAll(`[data-enable-with="${field.id}"]`)) button.disabled = false;
  };
}

customElements.define("draft-keeper", DraftKeeper);

// The page has a base for the framework's sake, against which a link to a place within the page would lead away from it.
addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  const place = link && document.getElementById(link.getAttribute("href").slice(1));
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView();
  place.focus();
});

// A file that is too large is told before it is sent.
addEventListener("submit", (event) => {
  const input = event.target.querySelector("input[type=file][data-most]");
  const file = input?.files[0];
  input?.setCustomValidity("");
  if (!file || file.size <= Number(input.dataset.most)) return;
  event.preventDefault();
  input.setCustomValidity("This file is larger than 10 MB. Choose a smaller one.");
  input.reportValidity();
  input.addEventListener("change", () => input.setCustomValidity(""), { once: true });
}, true);

// The framework marks this element with the state of the connection.
const modal = document.getElementById("components-reconnect-modal");
modal?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  modal.hidden = detail.state === "hide";
  if (detail.state === "hide") document.dispatchEvent(new Event("draft-reconnected"));
  // The server does not know this page any more, or did not answer for long: the page is loaded anew once it does.
  if (detail.state === "failed" || detail.state === "rejected" || detail.state === "resume-failed") reload();
});

async function reload() {
  for (;;) {
    try {
      if ((await fetch("/health/live", { cache: "no-store" })).ok) break;
    } catch {
      // Still away.
    }
    await new Promise((later) => setTimeout(later, 1000));
  }
  if (document.activeElement?.id) sessionStorage.setItem("draft-focus", document.activeElement.id);
  location.reload();
}
