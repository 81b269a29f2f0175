// The ground that everything else is drawn on: the base map of the site, a tile server's where one is configured, the grid.

export const LAST_ZOOM = 10; // the base map is good to here
const LAST_NAME_ZOOM = 13; // names are true to about 80 m
const CLOSEST = 16;
const AGAIN = 500; // ms after which what was lost on the way is asked for again
const FIRST_TILE_ZOOM = 8; // the world is ours to draw: a tile server hears of nobody who looks at that
const ATTRIBUTION = "Made with Natural Earth | Place names: GeoNames, CC BY 4.0";
const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif';

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const byTouch = matchMedia("(pointer: coarse)");

export function makeMap(L, { view, frame }, tiles) {
  const isCalm = calm.matches;
  const map = L.map(view, {
    minZoom: 2, maxZoom: Math.max(CLOSEST, tiles?.maxZoom ?? 0), worldCopyJump: true, attributionControl: false, zoomControl: false, boxZoom: false,
    zoomAnimation: !isCalm, fadeAnimation: !isCalm, markerZoomAnimation: !isCalm, inertia: !isCalm,
    // One finger scrolls the page, two move the map.
    dragging: !byTouch.matches,
  });

  // A key moves the map at once: while it glides a second arrow would be lost, and a corner set where nobody meant it.
  const { panBy } = map;
  map.panBy = (offset, options) => panBy.call(map, offset, isCalm ? { ...options, animate: false } : { animate: false, ...options });

  // Under the map and not on it: it is always there, and covers nothing.
  frame.append(L.control.attribution({ prefix: false }).addTo(map).getContainer());
  L.control.scale({ maxWidth: 120, position: "bottomright" }).addTo(map);
  L.control.zoom({ position: "topright", zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out" }).addTo(map);
  return map;
}

export function addMoving(map, { view, tools, touch }, signal) {
  // The library gives the map the focus at every press, which a browser may take for a key's doing.
  view.addEventListener("pointerdown", () => view.classList.add("map-pressed"), { capture: true, signal });
  view.addEventListener("keydown", () => view.classList.remove("map-pressed"), { capture: true, signal });
  view.addEventListener("blur", () => view.classList.remove("map-pressed"), { signal });

  // The wheel scrolls the page, too, unless Ctrl says otherwise.
  view.addEventListener("wheel", (e) => { if (!e.ctrlKey && !e.metaKey) e.stopImmediatePropagation(); }, { capture: true, signal });
  if (!byTouch.matches) return;
  touch.textContent = "Two fingers move the map.";
  const button = Object.assign(document.createElement("button"), { type: "button", className: "map-button map-move", textContent: "Move the map with one finger" });
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const moves = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(moves));
    map.dragging[moves ? "enable" : "disable"]();
  }, { signal });
  tools.append(button);
}

export function watchTheme(redraw, signal) {
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => observer.disconnect());
  dark.addEventListener("change", redraw, { signal });
}

export function addLayers(L, map, root, { url, tiles, say }) {
  const colours = palette(root);
  const layers = L.layerGroup().addTo(map);
  if (url) layers.addLayer(offline(url, colours));
  if (tiles) layers.addLayer(served(L, tiles, say));
  return layers;
}

// A style sheet's colours, as they come out in the theme of the moment.
function palette(root) {
  const probe = root.querySelector(".map-view").appendChild(document.createElement("span"));
  const read = (token) => { probe.style.color = `var(--${token})`; return getComputedStyle(probe).color; };
  const names = { land: "sunken", water: "map-water", built: "map-built", river: "map-river", border: "line-strong", region: "line", ink: "ink", quiet: "ink-2" };
  const colours = Object.fromEntries(Object.entries(names).map(([name, token]) => [name, read(token)]));
  probe.remove();
  return colours;
}

// Layers of the base map: earth, urban, water, river, admin1, border, places (n: name, k: kind, m: zoom from which, r: rank).
function offline(url, colours) {
  const P = globalThis.protomapsL;
  const maxzoom = LAST_ZOOM;
  const fill = (dataLayer, colour) => ({ dataLayer, maxzoom, symbolizer: new P.PolygonSymbolizer({ fill: colour }) });
  const line = (dataLayer, color, width, extra) => ({ dataLayer, maxzoom, symbolizer: new P.LineSymbolizer({ color, width, ...extra }) });
  const label = (kind, size, colour, weight, sooner, { most = 99, until = LAST_NAME_ZOOM } = {}) => ({
    dataLayer: "places", maxzoom: until,
    filter: (zoom, place) => place.props.k === kind && place.props.m <= Math.min(zoom + sooner, most),
    sort: (a, b) => b.r - a.r,
    symbolizer: new P.CenteredTextSymbolizer({ labelProps: ["n"], lineHeight: 1.15, fill: colour, stroke: colours.land, width: 2, font: `${weight} ${size}px ${FAMILY}` }),
  });
  return P.leafletLayer({
    url: archive(P, new URL(url, document.baseURI).href), maxDataZoom: 7, lang: "en", attribution: ATTRIBUTION,
    // Text in a canvas does not change when its font arrives.
    tasks: [400, 600].map((weight) => document.fonts.load(`${weight} 13px ${FAMILY}`)),
    paintRules: [
      fill("earth", colours.land), fill("urban", colours.built), fill("water", colours.water), line("river", colours.river, 1),
      line("admin1", colours.border, 0.6, { dash: [4, 3], dashColor: colours.border, dashWidth: 0.6 }), line("border", colours.border, 1.2),
    ],
    // Names of one rule never displace each other across tiles: without the first two rules Southend, in the tile that came first, hides London.
    labelRules: [
      label("city", 13, colours.ink, 600, 1, { most: 4 }), label("city", 13, colours.ink, 600, 1, { most: 5 }), label("city", 13, colours.ink, 600, 1),
      label("country", 13, colours.quiet, 600, 1, { until: 5 }), label("town", 12, colours.ink, 400, 0), label("suburb", 12, colours.quiet, 400, 0),
    ],
  });
}

// Parts of a file are asked for; one that is lost would leave a hole until the map is moved, so it is asked for once more.
function archive(P, url) {
  const { p } = new P.PmtilesSource(url, true);
  const ask = p.source.getBytes.bind(p.source);
  p.source.getBytes = async (start, length, signal, version) => {
    try {
      return await ask(start, length, signal, version);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      return ask(start, length, signal, version);
    }
  };
  return p;
}

function served(L, tiles, say) {
  const isDark = getComputedStyle(document.documentElement).colorScheme === "dark";
  const options = { minZoom: FIRST_TILE_ZOOM, attribution: attribution(tiles) };
  const layer = tiles.kind === "vector"
    ? globalThis.protomapsL.leafletLayer({ ...options, url: tiles.url, flavor: isDark ? "dark" : "light", lang: "en", maxDataZoom: tiles.maxZoom })
    // Tile servers ask to be told which site asks; the page is nobody's business.
    : L.tileLayer(tiles.url, { ...options, maxNativeZoom: tiles.maxZoom, referrerPolicy: "origin" });
  let failed = false;
  return layer.on("tileerror", () => { if (!failed) say("The map of streets does not answer. The map below it is ours, and has none."); failed = true; });
}

function attribution({ attribution: text, attributionUrl: url }) {
  const node = Object.assign(document.createElement(url ? "a" : "span"), { textContent: text });
  if (url) Object.assign(node, { href: url, target: "_blank", rel: "noopener" });
  return node.outerHTML;
}

// Where the base map has ended: lines of whole steps of degrees, each with its number.
export function addGrid(L, map) {
  const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
  const lines = L.layerGroup().addTo(map);
  const leastPixels = 90, below = 4, edge = 4;
  const draw = () => {
    lines.clearLayers();
    if (map.getZoom() <= LAST_ZOOM) return;
    const perDegree = 256 * 2 ** map.getZoom() / 360;
    const step = steps.find((s) => s * perDegree >= leastPixels) ?? steps.at(-1);
    const bounds = map.getBounds().pad(0.5), seen = map.getSize();
    const places = Math.ceil(-Math.log10(step));
    const corner = map.containerPointToLatLng([edge, seen.y - below]);
    const add = (from, to, at, degrees, [positive, negative], kind) => {
      lines.addLayer(L.polyline([from, to], { className: "map-grid", interactive: false }));
      const text = `${Math.abs(degrees).toFixed(places)}° ${degrees < 0 ? negative : positive}`;
      lines.addLayer(L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: `map-degrees ${kind}`, iconSize: null, html: Object.assign(document.createElement("span"), { textContent: text, ariaHidden: "true" }) }) }));
    };
    const within = (low, high) => Array.from({ length: Math.max(0, Math.floor(high / step) - Math.ceil(low / step) + 1) }, (_, i) => (Math.ceil(low / step) + i) * step);
    for (const lat of within(bounds.getSouth(), bounds.getNorth())) add([lat, bounds.getWest()], [lat, bounds.getEast()], [lat, corner.lng], lat, ["N", "S"], "map-latitude");
    for (const lng of within(bounds.getWest(), bounds.getEast())) add([bounds.getSouth(), lng], [bounds.getNorth(), lng], [corner.lat, lng], lng, ["E", "W"], "map-longitude");
  };
  map.on("moveend zoomend resize", draw);
  draw();
}
