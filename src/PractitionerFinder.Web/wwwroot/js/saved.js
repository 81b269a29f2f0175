// People whom a reader saves. The list itself, and its link in the header, are account.js's.

const { read, write, addressOf, listeners, MOST } = globalThis.savedPeople;

const ICON = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6.5 4h11v16.5L12 16l-5.5 4.5z"/></svg>';

class SavePerson extends HTMLElement {
  #button; #words; #said; #show = () => this.#draw();

  connectedCallback() {
    if (!this.#button) {
      this.#button = Object.assign(document.createElement("button"), { type: "button", className: "save" });
      this.#button.innerHTML = `${ICON}<span></span><span class="unseen"></span>`;
      [this.#words, this.#said] = this.#button.querySelectorAll("span");
      const told = Object.assign(document.createElement("span"), { className: "unseen", role: "status" });
      this.append(this.#button, told);
      this.#button.addEventListener("click", () => { told.textContent = this.#press(); });
    }

    listeners.add(this.#show);
    this.#draw();
  }

  disconnectedCallback() { listeners.delete(this.#show); }

  #press() {
    const slug = this.getAttribute("slug"), name = this.getAttribute("name"), slugs = read();
    if (slugs.includes(slug)) return write(slugs.filter((one) => one !== slug)) ? `${name} was taken off your list.` : "";
    if (slugs.length >= MOST) return this.#refuse(`Your list holds ${MOST} people already. Take somebody off it first.`);
    return write([...slugs, slug]) ? `${name} was saved in this browser.` : this.#refuse("This browser keeps nothing for this site, so nobody can be saved.");
  }

  // What could not be done is for everybody to read.
  #refuse(words) {
    let note = this.querySelector(".save-refused");
    if (!note) this.append(note = Object.assign(document.createElement("span"), { className: "save-refused" }));
    note.textContent = words;
    return "";
  }

  #draw() {
    const isSaved = read().includes(this.getAttribute("slug"));
    this.toggleAttribute("saved", isSaved);
    this.#words.textContent = isSaved ? "Saved" : "Save";
    this.#said.textContent = isSaved ? `: take ${this.getAttribute("name")} off your list` : ` ${this.getAttribute("name")}`;
    this.querySelector(".save-refused")?.remove();
  }
}

customElements.define("save-person", SavePerson);

// The page of a list. Without a list in its address it goes to the reader's own; somebody else's can be taken over.
class SavedList extends HTMLElement {
  connectedCallback() {
    const here = this.getAttribute("slugs").split(" ").filter(Boolean), own = read();
    for (const off of document.querySelectorAll(".leave-out")) off.addEventListener("click", () => write(read().filter((slug) => slug !== off.dataset.slug)));
    const news = here.filter((slug) => !own.includes(slug));
    if (news.length === 0) return;
    const line = Object.assign(document.createElement("p"), { role: "status" });
    const words = document.createElement("span");
    words.textContent = news.length === here.length ? "This is not the list of this browser. " : `${news.length} of them are not in the list of this browser. `;
    const take = Object.assign(document.createElement("button"), { type: "button", className: "button button-small", textContent: "Save them here too" });
    take.addEventListener("click", () => {
      const all = [...new Set([...read(), ...here])];
      const kept = all.slice(0, MOST);
      line.textContent = !write(kept) ? "This browser keeps nothing for this site, so nobody can be saved."
        : all.length > MOST ? `Your list holds ${MOST} people. ${all.length - MOST} of these did not fit.`
        : "They are in the list of this browser now.";
    });
    line.append(words, take);
    this.append(line);
  }
}

customElements.define("saved-list", SavedList);

if (document.getElementById("own-list") && read().length) location.replace(addressOf(read()));
for (const button of document.querySelectorAll(".shortlist .print")) button.addEventListener("click", () => print());
