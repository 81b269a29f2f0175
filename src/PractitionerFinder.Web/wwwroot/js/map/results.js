// The people of a list: numbered as in it, in its order, and in step with its rows. Once the reader has moved the map, those who are
// there beside them are asked for, and the place that is looked at can be searched. What is given and what the server answers is the
// same GeoJSON: points with a "kind" (origin, point, area or cluster), a "reach" in metres, a "name", a "label" and an "href".

import { DISC, DOT, makeRoom } from "./room.js";
import { pinShape } from "./shapes.js";

const REST = 250; // ms after the last move
const DIGIT = 8; // pixels that a sign more takes
const LEAST = 22; // pixels across; an area that would be smaller is drawn so large
const METRES = { mi: 1609.344, km: 1000 };
const PIXELS = 256 / 40_075_017; // for a metre of the equator, at zoom 0
const SAME = 1e-4; // degrees
const DECIMALS = 3; // of the middle of a search: about 100 m

// A longitude beside another, so that nothing is torn apart at the antimeridian.
const beside = (lng, near) => near + ((lng - near) % 360 + 540) % 360 - 180;

const count = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

const read = (geojson, near) => (geojson?.features ?? []).filter((f) => f.geometry?.type === "Point").map(({ properties, bbox, geometry }) => {
  const [lng, lat] = geometry.coordinates;
  near ??= lng;
  return { ...properties, cell: bbox ?? properties.bbox, at: [lat, beside(lng, near)] };
});

// What of this page of the reader's history has to be there again when they come back to it.
const kept = () => history.state?.map ?? {};
const keep = (more) => history.replaceState({ ...history.state, map: { ...kept(), ...more } }, "");

export function lookAt(L, map, geojson, closest) {
  const { view } = kept();
  if (view) return void map.setView([view[0], view[1]], view[2]);
  const bounds = L.latLngBounds([]);
  // All that was searched, when all that was found is on this page.
  for (const { at, within, reach, isWhole } of read(geojson)) bounds.extend(L.latLng(at).toBounds(2 * Math.max(isWhole ? within : 0, reach ?? 0, 1)));
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [12, 16], maxZoom: closest });
  else map.setView([30, 0], 2);
}

export function start({ L, map, parts: { view, frame }, host, shapes, asks, finds, radii, say }) {
  const stopped = new AbortController();
  const { signal } = stopped;
  const rows = new Map([...document.querySelectorAll("[data-number]")].map((one) => [one.dataset.number, one.closest("li")]));
  const list = [], others = []; // marks on the map
  const ground = L.layerGroup().addTo(map), around = L.layerGroup().addTo(map);
  const search = frame.insertBefore(Object.assign(document.createElement("a"), { className: "map-button map-search", textContent: "Search this area", hidden: true }), view.nextSibling);
  const listed = read(shapes);
  let asked, rest, place = placeOf(map), isOurs = false, hasMoved = Boolean(kept().view);

  for (const one of listed) {
    if (one.kind === "origin") origin(one);
    else list.push(mark(one, ground, 1000 * (listed.length - list.length)));
  }

  lay();

  function origin({ at, within, name }) {
    if (within) ground.addLayer(L.circle(at, { radius: within, className: "map-shape map-radius", interactive: false }));
    const dot = Object.assign(document.createElement("span"), { role: "img", ariaLabel: name });
    ground.addLayer(L.marker(at, { icon: L.divIcon({ className: "map-origin", html: dot, iconSize: [0, 0] }), interactive: false, keyboard: false, zIndexOffset: -2000 }));
  }

  // A place: a spot on the ground, and beside or on it what is pressed.
  function mark({ kind, name, label, href, reach, at, count: held, cell }, group, height) {
    const isArea = kind === "area", isCluster = kind === "cluster";
    const press = href ? Object.assign(document.createElement("a"), { href }) : Object.assign(document.createElement("button"), { type: "button" });
    press.className = `map-press map-${isCluster ? "cluster" : isArea ? "private" : label ? "numbered" : "dot"}`;
    press.setAttribute("aria-label", name);
    const words = label ?? held?.toLocaleString("en-GB") ?? "";
    if (isCluster || isArea) press.append(Object.assign(document.createElement("span"), { textContent: words }));
    else if (label) press.append(pinShape(label));
    const spot = document.createElement("span"), leader = document.createElement("span"), html = document.createElement("span");
    spot.className = "map-spot";
    leader.className = "map-leader";
    html.append(leader, spot, press);
    const fit = isArea ? area(group, at, reach) : () => {};
    const marker = L.marker(at, { icon: L.divIcon({ className: "map-mark", html, iconSize: [0, 0] }), interactive: false, keyboard: false, zIndexOffset: height });
    group.addLayer(marker);
    marker.getElement().removeAttribute("tabindex");

    const row = rows.get(label);
    const near = (isNear) => {
      html.classList.toggle("map-near", isNear);
      row?.classList.toggle("on-map", isNear);
      marker.setZIndexOffset(isNear ? 1e6 : height);
    };
    for (const one of row ? [row, press] : [press]) {
      one.addEventListener("pointerenter", () => near(true), { signal });
      one.addEventListener("pointerleave", () => near(false), { signal });
      one.addEventListener("focusin", () => near(true), { signal });
      one.addEventListener("focusout", () => near(false), { signal });
    }

    // Under a pointer nothing may move: what was pressed would be let go beside it.
    press.addEventListener("focus", () => { if (press.matches(":focus-visible")) quietly(() => map.panInside(at, { padding: [48, 48] })); }, { signal });
    press.addEventListener("click", (event) => {
      // A press that has moved the map was no press.
      if (event.detail > 0 && map.dragging?.moved()) return event.preventDefault();
      if (href && !(event.ctrlKey || event.metaKey || event.shiftKey)) keep({ pin: href, view: hasMoved ? viewOf(map) : undefined });
      if (!href) closer(at, cell);
    }, { signal });
    return { at, href, press, leader, html, fit, isPin: Boolean(label) && !isArea, size: isCluster ? DISC + DIGIT * (words.length - 1) : label ? DISC : DOT };
  }

  function area(group, at, reach) {
    const look = { interactive: false, className: "map-shape map-area", fillColor: "url(#map-hatch)", fillOpacity: 1 };
    const circle = L.circle(at, { ...look, radius: reach }), small = L.circleMarker(at, { ...look, radius: LEAST / 2 });
    return () => {
      const isSmall = reach * PIXELS * 2 ** map.getZoom() / Math.cos(at[0] * Math.PI / 180) < LEAST / 2;
      group.removeLayer(isSmall ? circle : small).addLayer(isSmall ? small : circle);
    };
  }

  function lay() {
    for (const one of [...list, ...others]) one.fit();
    makeRoom(map, [...list, ...others], controls());
  }

  function controls() {
    const { left, top } = view.getBoundingClientRect();
    return [...view.querySelectorAll(".leaflet-control"), ...(search.hidden ? [] : [search])].map((one) => {
      const box = one.getBoundingClientRect();
      return [box.left - left, box.top - top, box.width, box.height];
    });
  }

  function quietly(work) {
    isOurs = true;
    work();
    isOurs = false;
    place = placeOf(map);
  }

  function moved() {
    const now = placeOf(map);
    if (isOurs || now.zoom === place.zoom && now.at.distanceTo(place.at) < 2) return;
    place = now;
    hasMoved = true;
    offer();
    clearTimeout(rest);
    rest = setTimeout(() => { keep({ view: viewOf(map) }); load(); }, REST);
  }

  function offer() {
    const middle = map.getCenter().wrap(), bounds = map.getBounds();
    const reach = Math.max(map.getCenter().distanceTo([middle.lat, bounds.getEast()]), middle.distanceTo([bounds.getNorth(), middle.lng]));
    search.href = searchAt(middle, radii.find((r) => metres(r) >= reach) ?? radii.at(-1));
    search.hidden = false;
  }

  function searchAt({ lat, lng }, within) {
    const address = new URL(finds, document.baseURI);
    const [north, east] = [lat, lng].map((degrees) => String(Number(degrees.toFixed(DECIMALS))));
    address.search = new URLSearchParams([["lat", north], ["lon", east], ["within", within], ...address.searchParams]);
    return address.pathname + address.search;
  }

  // To what a cluster holds; where that is one place, to the list of those who are there.
  function closer(at, cell) {
    view.focus({ preventScroll: true });
    const before = map.getZoom();
    if (cell) map.fitBounds([[cell[1], beside(cell[0], at[1])], [cell[3], beside(cell[2], at[1])]], { padding: [24, 24] });
    if (map.getZoom() <= before) map.setView(at, Math.min(before + 2, map.getMaxZoom()));
  }

  async function load() {
    asked?.abort();
    const mine = asked = new AbortController();
    const bounds = map.getBounds(), isAll = bounds.getEast() - bounds.getWest() >= 360;
    const east = isAll ? 180 : beside(bounds.getEast(), 0), west = isAll ? -180 : beside(bounds.getWest(), 0);
    const box = [west, Math.max(-90, bounds.getSouth()), east, Math.min(90, bounds.getNorth())].map((degrees) => Number(degrees.toFixed(4)));
    try {
      const answer = await fetch(`${asks}${asks.includes("?") ? "&" : "?"}bbox=${box}`, { signal: mine.signal, headers: { accept: "application/geo+json" } });
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      show(await answer.json());
    } catch (error) {
      if (mine.signal.aborted) return;
      say("Who else is here could not be loaded. Move the map to ask again.");
      console.warn(error);
    }
  }

  function show(found) {
    const focused = view.getRootNode().activeElement, was = others.find((one) => one.press === focused)?.href;
    const bounds = map.getBounds();
    around.clearLayers();
    others.length = 0;
    for (const one of read(found, map.getCenter().lng)) {
      if (one.kind === "cluster") cluster(one);
      else if (!list.some((own) => own.href === one.href && isAt(own.at, one.at))) others.push(mark({ ...one, label: undefined }, around, -1000));
    }

    lay();
    if (focused && !focused.isConnected) (others.find((one) => one.href === was)?.press ?? view).focus({ preventScroll: true });
    // One by one, those who have two places here are one; what is counted by cells are places.
    const isSeen = ({ at }) => bounds.contains(at);
    const faces = new Set(others.filter(isSeen).map((one) => one.href).filter((href) => !list.some((own) => own.href === href)));
    const more = found.features.some((f) => f.properties.kind === "cluster")
      ? count(Math.max(0, found.total - list.filter(isSeen).length), "more place", "more places")
      : count(faces.size, "more person", "more people");
    say(more.startsWith("0 ") ? "Nobody else in this view." : `${more} in this view.`);
  }

  // Those of the list stand there with their own number.
  function cluster(one) {
    const own = one.cell ? list.filter(({ at: [lat, lng] }) => lat >= one.cell[1] && lat < one.cell[3] && lng >= beside(one.cell[0], lng) && lng < beside(one.cell[2], lng)).length : 0;
    const left = one.count - own;
    if (left <= 0) return;
    const isOnePlace = map.getZoom() >= map.getMaxZoom() || one.cell && one.cell[0] === one.cell[2] && one.cell[1] === one.cell[3];
    others.push(mark({
      ...one, count: left, label: undefined,
      ...(isOnePlace
        ? { href: searchAt({ lat: one.at[0], lng: beside(one.at[1], 0) }, radii[0]), name: `${count(left, "person", "people")} in one place, list them` }
        : { name: `${count(left, "place", "places")}, zoom in` }),
    }, around, -1000));
  }

  function comeBack() {
    const { pin } = kept();
    if (!pin) return;
    keep({ pin: undefined });
    const focused = document.activeElement;
    if (focused && focused !== document.body && focused !== host) return;
    [...list, ...others].find((one) => one.href === pin)?.press.focus();
  }

  addEventListener("pageshow", (event) => { if (event.persisted) comeBack(); }, { signal });
  map.on("moveend", moved).on("zoomend resize", lay);
  if (hasMoved) offer();
  if (list.some((one) => one.href === kept().pin)) comeBack();
  if (hasMoved) load().then(comeBack);

  return {
    stop() {
      stopped.abort();
      asked?.abort();
      clearTimeout(rest);
      map.off("moveend", moved).off("zoomend resize", lay);
      search.remove();
      ground.remove();
      around.remove();
    },
  };
}

const metres = (radius) => parseFloat(radius) * METRES[radius.slice(-2)];
const placeOf = (map) => ({ zoom: map.getZoom(), at: map.project(map.getCenter()) });
const viewOf = (map) => { const { lat, lng } = map.getCenter(); return [lat, lng, map.getZoom()]; };
const isAt = (a, b) => Math.abs(a[0] - b[0]) < SAME && Math.abs(a[1] - b[1]) < SAME;
