// <place-map>: a map in the page. What is inside it stays: the map stands above it, in a tree of its own, so that whoever renders
// the page again does not meet it. docs/decisions/0011-map.md says what it is given and what it tells.

const LEAFLET = "../lib/leaflet-1.9.4/leaflet.js", GROUND = "../lib/protomaps-leaflet-5.1.0/protomaps-leaflet.js";
const STYLES = ["../lib/leaflet-1.9.4/leaflet.css", "../css/map.css"];
const CLOSE = 13, NEAR_ENOUGH = "300px", ECHO = 10_000; // ms
const EVERYWHERE = { latitude: 30, longitude: 0, zoom: 2 };
const HELP = {
  show: ["", "The arrow keys move the map, plus and minus zoom."],
  pick: ["Press the map where the pin should be, or drag the pin.",
    "With keys: on the pin, arrows move it, finely with Shift, and + and − zoom. On the map, Enter puts the pin in the middle."],
  results: ["", "The arrow keys move the map, plus and minus zoom. Tab goes from pin to pin in the order of the list."],
  draw: ["Press the map to add a corner. Drag a corner to move it.",
    "With keys: arrows move the map under the cross, and Enter adds a corner there. On a corner, arrows move it, finely with Shift, and Delete removes it."],
};

const here = (path) => new URL(path, import.meta.url).href;
const loaded = (node) => new Promise((resolve, reject) => {
  node.addEventListener("load", resolve, { once: true });
  node.addEventListener("error", () => reject(new Error(`${node.src ?? node.href} did not load.`)), { once: true });
});

// Fetched together and run in the order in which they were asked for.
const fetched = new Map();
function library(path) {
  if (!fetched.has(path)) {
    const script = Object.assign(document.createElement("script"), { src: here(path), async: false });
    fetched.set(path, loaded(script).catch((error) => { fetched.delete(path); throw error; }));
    document.head.append(script);
  }

  return fetched.get(path);
}

class PlaceMap extends HTMLElement {
  static observedAttributes = ["latitude", "longitude", "zoom", "label", "mode", "shapes", "outline"];

  #root = this.attachShadow({ mode: "open" });
  #parts; #seen; #watch; #map; #base; #results; #tool; #shapes; #given; #redraw;
  #place = null; // the pin, or the middle
  #outline = null;
  #told = new Set(); // what a server may send back later than the reader moved on

  // [[lat, lon], …]; null where nothing is drawn.
  get outline() { return this.#outline; }
  set outline(corners) { this.#outline = corners; this.#tool?.show?.(corners); }

  // GeoJSON; what is set here wins over the attribute, and that over a script inside.
  get shapes() { return this.#given ?? this.#read(this.getAttribute("shapes") ?? this.querySelector(":scope > script[type='application/json']")?.textContent); }
  set shapes(geojson) { this.#given = geojson; this.#drawShapes(); }

  focus(options) { this.#parts?.view.focus(options); }

  moveTo(latitude, longitude) {
    this.#place = { latitude, longitude };
    this.#map?.setView([latitude, longitude], Math.max(this.#map.getZoom(), 9));
    this.#tool?.move?.(latitude, longitude);
  }

  connectedCallback() {
    this.#place ??= this.#attributePlace();
    this.#outline ??= this.#read(this.getAttribute("outline"));
    this.#seen = new IntersectionObserver((entries) => {
      if (!entries.some((e) => e.isIntersecting)) return;
      this.#seen.disconnect();
      this.#start();
    }, { rootMargin: NEAR_ENOUGH });
    this.#build();
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    this.#seen?.disconnect();
    this.#watch?.abort();
    this.#tool?.stop?.();
    this.#map?.remove();
    this.#map = this.#tool = this.#shapes = this.#base = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#parts) return;
    if (name === "latitude" || name === "longitude") queueMicrotask(() => this.#follow());
    else if (name === "zoom") this.#map?.setZoom(Number(now));
    else if (name === "label") this.#parts.view.setAttribute("aria-label", this.#label);
    else if (name === "mode") this.#use();
    else if (name === "shapes") this.#drawShapes();
    else if (name === "outline" && !this.#told.has(JSON.stringify(this.#read(now) ?? []))) this.outline = this.#read(now);
  }

  get #label() { return this.getAttribute("label") || "Map"; }
  get #mode() { const mode = this.getAttribute("mode"); return Object.hasOwn(HELP, mode) ? mode : "show"; }

  #attributePlace() {
    const [latitude, longitude] = ["latitude", "longitude"].map((name) => this.hasAttribute(name) ? Number(this.getAttribute(name)) : NaN);
    return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null;
  }

  // A server may send one number of a place back before the other: what is an echo is judged by each.
  #follow() {
    const place = this.#attributePlace();
    if (!place || this.#told.has(`north ${place.latitude}`) && this.#told.has(`east ${place.longitude}`)) return;
    if (this.#place?.latitude !== place.latitude || this.#place?.longitude !== place.longitude) this.moveTo(place.latitude, place.longitude);
  }

  #read(json) {
    try { return json ? JSON.parse(json) : null; } catch { return null; }
  }

  #build() {
    this.#root.innerHTML = `
      <div class="map" hidden>
        <p class="map-help" id="help"><span></span> <span class="map-touch"></span> <span class="map-keys"></span></p>
        <div class="map-frame">
          <div class="map-view" role="application" aria-describedby="help"></div>
          <p class="map-note" hidden></p>
        </div>
        <div class="map-tools" role="group" aria-label="Tools of the map"></div>
        <p class="map-said" role="status"></p>
      </div>
      <p class="map-failed" role="status" hidden></p>
      <svg class="map-defs" aria-hidden="true" width="0" height="0"><defs><pattern id="map-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="map-hatch-ground" width="7" height="7" /><path class="map-hatch-line" d="M0 0V7" /></pattern></defs></svg>
      <slot></slot>`;
    const part = (name) => this.#root.querySelector(`.map${name}`);
    this.#parts = { all: part(""), help: part("-help"), keys: part("-keys"), touch: part("-touch"), frame: part("-frame"), view: part("-view"), note: part("-note"), tools: part("-tools"), said: part("-said"), failed: part("-failed") };
    this.#parts.view.setAttribute("aria-label", this.#label);
  }

  async #start() {
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    try {
      const styles = STYLES.map((path) => Object.assign(document.createElement("link"), { rel: "stylesheet", href: path === STYLES[1] && this.getAttribute("styles") || here(path) }));
      const ready = styles.map(loaded);
      this.#root.prepend(...styles);
      const [base, shapes, results] = await Promise.all([
        import("./map/base.js"), import("./map/shapes.js"), this.#mode === "results" ? import("./map/results.js") : undefined, library(LEAFLET), ...ready,
      ]);
      if (signal.aborted) return;
      this.#results = results;
      this.#begin(base, shapes, signal);
    } catch (error) {
      // What is written in the page is there without the map.
      this.#parts.failed.textContent = "The map could not be loaded. Everything else on this page works without it.";
      this.#parts.failed.hidden = false;
      this.setAttribute("failed", "");
      this.#tell("map-ready");
      console.warn(error);
    }
  }

  #begin(base, shapes, signal) {
    const { L } = globalThis;
    const { view, note } = this.#parts;
    this.#parts.all.hidden = false;
    const tiles = this.#read(this.getAttribute("tiles"));
    const map = this.#map = base.makeMap(L, this.#parts, tiles);
    if (this.#results) this.#results.lookAt(L, map, this.shapes, tiles ? CLOSE : base.LAST_ZOOM);
    else this.#lookAt(shapes);
    // The ground comes later: until then the map can be moved already, and everything that is pressed is on it.
    const draw = async () => {
      try {
        await library(GROUND);
      } catch (error) {
        this.#say("The ground under the map could not be loaded. Everything else on it works.");
        console.warn(error);
        return;
      }

      if (signal.aborted) return;
      this.#base?.remove();
      this.#base = base.addLayers(L, map, this.#root, { url: this.getAttribute("base"), tiles, say: (text) => this.#say(text) });
    };
    const atZoom = () => {
      const isBeyond = map.getZoom() > base.LAST_ZOOM && !tiles;
      view.classList.toggle("map-beyond", isBeyond);
      note.hidden = !isBeyond;
      note.textContent = isBeyond ? "Closer than this there are names, a grid and the scale. Streets need a tile server, which this site does not have." : "";
    };
    atZoom();
    base.watchTheme(draw, signal);
    map.on("zoomend", atZoom);
    if (!tiles) base.addGrid(L, map);
    base.addMoving(map, this.#parts, signal);
    this.#redraw = () => shapes.drawShapes(L, map, this.shapes);
    this.#drawShapes();
    this.#use();
    new ResizeObserver(() => map.getContainer()?.isConnected && map.invalidateSize()).observe(view);
    this.setAttribute("ready", "");
    this.#tell("map-ready");
    draw();
  }

  // At the place that is named, else at all that is drawn, else at the earth.
  #lookAt({ boundsOf }) {
    const map = this.#map, zoom = Number(this.getAttribute("zoom"));
    const corners = this.#outline?.length ? this.#outline : null;
    const bounds = corners ? globalThis.L.latLngBounds(corners) : boundsOf(globalThis.L, this.shapes);
    if (this.#place && !corners) map.setView([this.#place.latitude, this.#place.longitude], zoom || 9);
    else if (bounds.isValid()) map.fitBounds(bounds, { padding: [24, 24], maxZoom: zoom || CLOSE });
    else map.setView([EVERYWHERE.latitude, EVERYWHERE.longitude], zoom || EVERYWHERE.zoom);
  }

  #drawShapes() {
    if (!this.#map || this.#results) return;
    this.#shapes?.remove();
    this.#shapes = this.#redraw();
  }

  async #use() {
    if (!this.#map) return;
    const mode = this.#mode, map = this.#map;
    this.#tool?.stop?.();
    this.#tool = undefined;
    this.#parts.all.dataset.mode = mode;
    [this.#parts.help.firstChild.textContent, this.#parts.keys.textContent] = HELP[mode];
    this.#parts.said.textContent = "";
    map.doubleClickZoom[mode === "show" || mode === "results" ? "enable" : "disable"]();
    if (mode === "show") return;
    const { start } = this.#results ?? await import(`./map/${mode}.js`);
    if (this.#map !== map || this.#mode !== mode) return;
    this.#tool = start({
      L: globalThis.L, map, parts: this.#parts, label: this.#label, place: this.#place, outline: this.#outline,
      host: this, shapes: this.shapes, asks: this.getAttribute("asks"), finds: this.getAttribute("finds"), radii: this.getAttribute("radii")?.split(" "),
      say: (text) => this.#say(text),
      picked: (latitude, longitude) => {
        this.#place = { latitude, longitude };
        for (const place of [this.#place, this.#attributePlace() ?? this.#place]) {
          this.#remember(`north ${place.latitude}`);
          this.#remember(`east ${place.longitude}`);
        }

        this.#tell("pick", { latitude, longitude });
      },
      // Told as "draw": the whole outline, or nothing while it is open or crosses itself. As "drawing": the corners as they are.
      drawn: (corners, isWhole) => {
        this.#outline = corners;
        const whole = isWhole ? corners : [];
        for (const outline of [corners, whole]) this.#remember(JSON.stringify(outline));
        this.#tell("drawing", corners);
        this.#tell("draw", whole);
      },
    });
  }

  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true })); }

  #remember(told) {
    this.#told.add(told);
    setTimeout(() => this.#told.delete(told), ECHO);
  }

  #say(text) { this.#parts.said.textContent = text; }
}

customElements.define("place-map", PlaceMap);

// Where a server renders the page as it is worked in, it hears what is told here (PlaceMapEvents.cs).
for (const [name, args] of Object.entries({ pick: (e) => e.detail, draw: (e) => ({ outline: e.detail }), drawing: (e) => ({ outline: e.detail }) })) {
  globalThis.Blazor?.registerCustomEventType?.(name, { browserEventName: name, createEventArgs: args });
}
