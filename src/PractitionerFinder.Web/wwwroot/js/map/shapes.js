// What a map shows, given as GeoJSON. Every feature says what it is in its property "kind": point, area (a private address: hatched
// and never a pin), cover (where visits are made) or radius; "reach" is how far a circle around it goes in metres, "label" a few signs on it, "name" says it in words, "href" leads on.

const LEAST = 22; // pixels across; an area that would be smaller is drawn so large

const PIN = '<svg viewBox="0 0 30 40" width="30" height="40" aria-hidden="true"><path d="M15 39C11 31 2 24.5 2 15a13 13 0 1 1 26 0c0 9.5-9 16-13 24Z" /></svg>';

export function pinShape(label) {
  const shape = document.createElement("span");
  shape.innerHTML = PIN;
  const words = Object.assign(document.createElement("span"), { className: "map-pin-label", textContent: label ?? "" });
  if (!label) words.classList.add("map-pin-dot");
  shape.append(words);
  return shape;
}

export const pinIcon = (L, { label, className = "" } = {}) =>
  L.divIcon({ className: `map-pin ${className}`, html: pinShape(label), iconSize: [44, 48], iconAnchor: [22, 45] });

// All that is drawn, circles with all that they reach over.
export function boundsOf(L, geojson) {
  const bounds = L.latLngBounds([]);
  L.geoJSON(geojson ?? []).eachLayer((one) => bounds.extend(one.getLatLng ? one.getLatLng().toBounds(2 * (one.feature.properties?.reach ?? 0)) : one.getBounds()));
  return bounds;
}

export function drawShapes(L, map, geojson) {
  const group = L.layerGroup().addTo(map);
  const stop = [];
  L.geoJSON(geojson ?? []).eachLayer((shape) => {
    const { kind, name, label, href, reach } = shape.feature.properties ?? {};
    const one = reach && shape.getLatLng ? L.circle(shape.getLatLng(), { radius: reach }) : shape;
    if (one instanceof L.Marker) {
      group.addLayer(pin(L, one.getLatLng(), { name, label, href }));
    } else {
      one.setStyle({ className: `map-shape map-${["area", "cover", "radius"].includes(kind) ? kind : "cover"}`, interactive: false, ...(kind === "area" && { fillColor: "url(#map-hatch)", fillOpacity: 1 }) });
      group.addLayer(one);
      if (kind === "area") stop.push(area(L, map, group, one, { name, label, href }));
    }
  });
  const remove = group.remove.bind(group);
  group.remove = () => { stop.forEach((s) => s()); return remove(); };
  return group;
}

function pin(L, place, { name, label, href }) {
  const marker = L.marker(place, { icon: pinIcon(L, { label }), interactive: false, keyboard: false });
  return marker.on("add", () => named(marker.getElement(), name, href));
}

// Something that has a name is a picture of it, or leads to it.
function named(element, name, href) {
  element.removeAttribute("tabindex");
  if (href) {
    const link = Object.assign(document.createElement("a"), { href, className: "map-link" });
    link.append(...element.childNodes);
    link.setAttribute("aria-label", name ?? href);
    element.append(link);
  } else if (name) {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", name);
  } else {
    element.setAttribute("aria-hidden", "true");
  }
}

function area(L, map, group, polygon, { name, label, href }) {
  const centre = polygon.getBounds().getCenter();
  const small = L.circleMarker(centre, { radius: LEAST / 2, className: "map-shape map-area", interactive: false, fillColor: "url(#map-hatch)", fillOpacity: 1 });
  if (name || label) {
    const words = Object.assign(document.createElement("span"), { textContent: label ?? "" });
    const marker = L.marker(centre, { icon: L.divIcon({ className: "map-area-label", html: words, iconSize: [LEAST, LEAST] }), interactive: false, keyboard: false });
    group.addLayer(marker.on("add", () => named(marker.getElement(), name, href)));
    if (marker.getElement()) named(marker.getElement(), name, href);
  }
  const fit = () => {
    const bounds = polygon.getBounds();
    const isSmall = map.latLngToLayerPoint(bounds.getSouthEast()).x - map.latLngToLayerPoint(bounds.getNorthWest()).x < LEAST;
    isSmall ? group.addLayer(small) : group.removeLayer(small);
  };
  map.on("zoomend", fit);
  fit();
  return () => map.off("zoomend", fit);
}
