// <near-me>: searches around the reader, with the rest of the form as it stands. The place is rounded to three decimals,
// about 100 m, before it leaves the page, and is asked for only on a press.

const REFUSED = 1;
const PATIENCE = 10_000; // ms
const FRESH = 300_000; // ms for which a place that the browser knows already will do

class NearMe extends HTMLElement {
  #button; #words; #busy = false;

  connectedCallback() {
    if (this.#button || !("geolocation" in navigator)) return;
    this.#button = this.querySelector("button");
    this.#words = this.querySelector("[role=status]");
    this.toggleAttribute("ready", true);
    this.#button.addEventListener("click", () => this.#ask());
    // Back brings the page as it was left: waiting for a place that it already has.
    addEventListener("pageshow", () => this.#done(""));
  }

  #ask() {
    if (this.#busy) return;
    this.#busy = true;
    this.#button.setAttribute("aria-busy", "true");
    this.#words.textContent = "Asking your browser where you are…";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#search(coords),
      (error) => this.#done(error.code === REFUSED
        ? "Your browser did not say where you are. Type a town or postcode instead."
        : "Your browser could not find where you are. Type a town or postcode instead."),
      { timeout: PATIENCE, maximumAge: FRESH });
  }

  #search({ latitude, longitude }) {
    const form = document.getElementById(this.getAttribute("for"));
    const asked = new URLSearchParams(new FormData(form));
    for (const name of ["near", "country", "lat", "lon"]) asked.delete(name);
    asked.set("lat", String(Math.round(latitude * 1000) / 1000));
    asked.set("lon", String(Math.round(longitude * 1000) / 1000));
    location.assign(`${form.getAttribute("action")}?${asked}`);
  }

  #done(words) {
    this.#busy = false;
    this.#button.removeAttribute("aria-busy");
    this.#words.textContent = words;
  }
}

customElements.define("near-me", NearMe);
