// <suggest-field data-source="/api/v1/places" data-kind="places"> around a text input: an ARIA combobox with a list.
// Without it, and whenever a suggestion cannot be had, the input is what it was: a plain field of a plain form.

const WAIT = 120; // ms between the last key and the question, so that a word typed quickly is asked once

const kinds = {
  // A place is one answer for the whole field.
  places: {
    label: "Places",
    typed: (text) => text,
    rows: (answer) => answer.places.map((p) => ({ text: p.label, aside: "" })),
    choose: (_, row) => row.text,
  },
  // Techniques and problems are a list: what is typed after the last comma is completed.
  topics: {
    label: "Techniques and parts of the body",
    typed: (text) => text.slice(text.lastIndexOf(",") + 1),
    rows: (answer) => answer.topics.map((t) => ({
      text: t.label,
      aside: [t.kind === "area" ? "part of the body" : "technique", t.matched ? `also “${t.matched}”` : ""].filter(Boolean).join(", "),
    })),
    choose: (text, row) => (text.includes(",") ? text.slice(0, text.lastIndexOf(",") + 1) + " " : "") + row.text,
  },
};

// Which of several places of a name comes first: those of the reader's country, else of the site's.
const countryOf = (element) => {
  const region = new Intl.Locale(navigator.language || "en").region ?? "";
  return /^[A-Z]{2}$/.test(region) ? region : element.dataset.country;
};

class SuggestField extends HTMLElement {
  #input; #list; #status; #kind; #rows = []; #active = -1; #timer; #asked;

  connectedCallback() {
    if (this.#input) return;
    this.#input = this.querySelector("input");
    this.#kind = kinds[this.dataset.kind];
    this.#list = document.createElement("ul");
    this.#list.id = `${this.#input.id}-list`;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.#kind.label);
    this.#list.hidden = true;
    this.#status = document.createElement("span");
    this.#status.className = "unseen";
    this.#status.setAttribute("role", "status");
    this.append(this.#list, this.#status);

    const input = this.#input;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.#list.id);
    input.autocomplete = "off";
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("keydown", (e) => this.#key(e));
    input.addEventListener("blur", () => this.#close());
    // The press must not take the focus from the field before it is understood.
    this.#list.addEventListener("pointerdown", (e) => e.preventDefault());
    this.#list.addEventListener("click", (e) => {
      const option = e.target.closest("[role=option]");
      if (option) this.#choose([...this.#list.children].indexOf(option));
    });
    addEventListener("pagehide", () => this.#close());
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    const text = this.#kind.typed(this.#input.value).trim();
    if (text.length < 2) return this.#close();
    this.#timer = setTimeout(() => this.#ask(text), WAIT);
  }

  async #ask(text) {
    const asked = (this.#asked = new AbortController());
    try {
      const query = new URLSearchParams({ q: text });
      if (this.dataset.country) query.set("country", countryOf(this));
      const answer = await fetch(`${this.dataset.source}?${query}`, { signal: asked.signal });
      if (!answer.ok) return this.#close();
      const rows = this.#kind.rows(await answer.json());
      if (!asked.signal.aborted && document.activeElement === this.#input) this.#show(rows);
    } catch {
      if (!asked.signal.aborted) this.#close();
    }
  }

  #show(rows) {
    this.#rows = rows;
    this.#list.replaceChildren(...rows.map((row, i) => {
      const option = document.createElement("li");
      option.id = `${this.#list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = row.text;
      if (row.aside) {
        const aside = document.createElement("small");
        aside.textContent = row.aside;
        option.append(" ", aside);
      }
      return option;
    }));
    this.#point(-1);
    this.#list.hidden = rows.length === 0;
    this.#input.setAttribute("aria-expanded", String(rows.length > 0));
    this.#status.textContent = rows.length === 0 ? "" : rows.length === 1 ? "1 suggestion" : `${rows.length} suggestions`;
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    if (this.#list.hidden && this.#rows.length === 0) return;
    this.#show([]);
  }

  #point(index) {
    this.#active = index;
    [...this.#list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = this.#list.children[index];
    if (option) {
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  #choose(index) {
    this.#input.value = this.#kind.choose(this.#input.value, this.#rows[index]);
    this.#close();
  }

  #key(event) {
    if (event.isComposing) return;
    const open = !this.#list.hidden;
    const count = this.#rows.length;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        event.preventDefault();
        if (!open) return this.#typed();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // One stop outside the list, where the field holds what was typed.
        const next = this.#active + step;
        this.#point(next >= count ? -1 : next < -1 ? count - 1 : next);
        break;
      }
      case "Enter":
        if (open && this.#active >= 0) {
          event.preventDefault();
          this.#choose(this.#active);
        }
        break;
      case "Escape":
        if (open) {
          event.preventDefault();
          this.#close();
        }
        break;
    }
  }
}

customElements.define("suggest-field", SuggestField);
