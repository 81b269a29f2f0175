// <map-later>: a map that is fetched when there is a use for it. Until then nothing of it is asked for: not the library, not the
// ground, not a style sheet. when="idle" waits until it is in sight and the browser has nothing else to do, and comes by itself only
// where there is a pointer to use it with and the reader does not save data; everywhere else, and with when="press", a button brings it.

const pointed = matchMedia("(hover: hover) and (pointer: fine)");
const whenIdle = (work) => (globalThis.requestIdleCallback ?? setTimeout)(work);
const whenLoaded = (work) => document.readyState === "complete" ? work() : addEventListener("load", work, { once: true });

class MapLater extends HTMLElement {
  #seen; #button; #isWanted = false;

  connectedCallback() {
    if (this.#isWanted) return;
    if (this.getAttribute("when") !== "idle") return this.#offer();
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((e) => e.isIntersecting)) return;
      this.#seen.disconnect();
      whenLoaded(() => whenIdle(() => this.#comesByItself ? this.#load() : this.#offer()));
    });
    this.#seen.observe(this);
  }

  disconnectedCallback() { this.#seen?.disconnect(); }

  // Somebody who comes back to a place on the map had it already.
  get #comesByItself() { return history.state?.map?.pin || pointed.matches && !navigator.connection?.saveData; }

  #offer() {
    if (this.#button) return;
    this.#button = Object.assign(document.createElement("button"), { type: "button", className: "button button-small", textContent: this.getAttribute("words") });
    this.#button.addEventListener("click", () => this.#load());
    this.prepend(this.#button);
  }

  async #load() {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#button?.setAttribute("aria-busy", "true");
    this.addEventListener("map-ready", (event) => this.#done(event.target), { once: true });
    try {
      await import(new URL(this.getAttribute("src"), document.baseURI).href);
    } catch (error) {
      this.append(Object.assign(document.createElement("p"), { className: "hint", role: "status", textContent: "The map could not be loaded. Everything else on this page works without it." }));
      this.#done();
      console.warn(error);
    }
  }

  #done(map) {
    const hadFocus = this.#button && document.activeElement === this.#button;
    this.#button?.remove();
    this.toggleAttribute("ready", true);
    if (hadFocus) map?.focus();
  }
}

customElements.define("map-later", MapLater);
